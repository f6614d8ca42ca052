package io.github.connectapi.acquisition;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.Internal;

/**
 * One of the two stages of an acquisition: the call of the credentials provider, or the
 * exchange with the server. Exactly one of its methods is called, once, and never while a
 * lock is taken; none if it was cancelled before.
 */
@Internal
public interface AcquisitionTask {

	/**
	 * Run on a thread of the pool. What it throws is ignored, so it must handle its
	 * failures before. An interrupt that is set when it returns is cleared.
	 * @return the failure of the exchange, from which the gate learns whether it concerns
	 * the user, the system or all; null after a success. The result of the first stage
	 * and of an abandoned task is ignored
	 */
	@Nullable ConnectApiException run();

	/**
	 * Called instead of {@link #run()} if the task cannot start, on the thread that
	 * submits it or on a thread of the pool. The user has not failed: the failure must
	 * neither count as one of his nor increase his back-off. It is a
	 * {@link io.github.connectapi.ConnectBackoffException} with the remaining time if the
	 * system of the user or the server backs off, a transient
	 * {@link io.github.connectapi.ConnectUnavailableException} if the queue is full or no
	 * thread can be started, or a {@link io.github.connectapi.ConnectClosedException}.
	 * @param failure why it cannot start; nothing was sent
	 */
	void refuse(ConnectApiException failure);

}
