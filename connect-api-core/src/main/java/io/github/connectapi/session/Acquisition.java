package io.github.connectapi.session;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;

/**
 * Gets a session, as a function of the previous one. Throws a
 * {@link io.github.connectapi.ConnectApiException} if there is none to be had before the
 * deadline.
 */
@FunctionalInterface
interface Acquisition {

	/**
	 * Renews or creates.
	 * @param previous the session to renew; null if there is none, or none that may be
	 * renewed
	 * @param credentials the credentials to use
	 * @param endNanos the deadline, on the monotonic clock
	 */
	Acquired acquire(@Nullable CachedSession previous, ConnectCredentials credentials, long endNanos);

}
