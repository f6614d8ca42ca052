package io.github.connectapi.acquisition;

import io.github.connectapi.ConnectApiException;

/**
 * A back-off that several users share. Immutable.
 *
 * @param failure the last failure
 * @param failedNanos its time on the monotonic clock
 * @param delayNanos the time after it without another exchange
 * @param failures the number of consecutive failures
 */
record GateBackoff(ConnectApiException failure, long failedNanos, long delayNanos, int failures) {

	long remaining(long nanos) {
		return Math.max(0, this.delayNanos - (nanos - this.failedNanos));
	}

	boolean isActive(long nanos) {
		return remaining(nanos) > 0;
	}

	/**
	 * Return whether a permit is older than the failure, so that it repeats it at most.
	 */
	boolean isAfter(Permit permit) {
		return permit.startedNanos() - this.failedNanos < 0;
	}

}
