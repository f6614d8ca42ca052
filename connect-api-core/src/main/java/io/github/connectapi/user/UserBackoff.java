package io.github.connectapi.user;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;

/**
 * What is remembered of a user when his session is evicted. Immutable. All times are
 * those of the monotonic clock, in nanoseconds.
 *
 * @param failure the last failure; null if the last acquisition succeeded. What
 * {@link UserBackoffs#find} returns has the type, operation and code of the original, and
 * its {@code Retry-After} if it had one, but neither its message nor its cause
 * @param failedNanos the time of the last failure
 * @param delayNanos the time after it without another acquisition, at most one day
 * @param failures the number of consecutive failures
 * @param rejections the number of those in which the credentials were rejected
 * @param rejectedCredentials the {@linkplain UserBackoffs#fingerprint fingerprint} of the
 * credentials that were rejected last; 0 if none were
 * @param credentialChanges the number of consecutive times that changed credentials were
 * rejected as well
 * @param probedNanos the time at which the provider was last probed for other credentials
 * @param reportedNanos the time of the last accepted report of a rejected token
 * @param windowNanos how long further reports are ignored from then on, at most an hour;
 * 0 if there was no report
 */
record UserBackoff(@Nullable ConnectApiException failure, long failedNanos, long delayNanos, int failures,
		int rejections, long rejectedCredentials, int credentialChanges, long probedNanos, long reportedNanos,
		long windowNanos) {

}
