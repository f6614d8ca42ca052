package io.github.connectapi.store;

import java.time.Duration;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.Internal;

/**
 * Calculates how long all instances back off.
 */
@Internal
public interface SharedBackoff {

	/**
	 * Return the delay after a failed acquisition.
	 * @param failure the failure, which a response of the server caused
	 * @param failures the number of consecutive failures, including this one
	 * @param rejections the number of those in which the credentials were rejected
	 * @return the delay
	 */
	Duration afterFailure(ConnectApiException failure, int failures, int rejections);

	/**
	 * Return the delay after acquisitions that have no result, because their instances
	 * ended.
	 * @param attempts the number of these acquisitions, at least two
	 * @return the delay
	 */
	Duration afterLostAttempts(int attempts);

}
