package io.github.connectapi.fleet;

import java.time.Duration;

/**
 * Counts of one row.
 *
 * @param logins the number of requests for a session
 * @param renewals the number of requests for a renewal
 * @param failedCalls the number of calls that failed
 * @param duration the duration of the row, with the start of its processes
 */
record Measurement(int logins, int renewals, int failedCalls, Duration duration) {
}
