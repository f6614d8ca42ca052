package io.github.connectapi.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectWaitTimeoutException;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * Waits for sessions until a deadline that they share. It sends nothing: a manager goes
 * on trying by itself, as its back-off says.
 */
final class RequiredSession {

	/** For an acquisition that ends at the same deadline, so that it can say why. */
	private static final Duration GRACE = Duration.ofSeconds(1);

	private static final Duration MIN = Duration.ofMillis(10);

	private final Duration timeout;

	private final long endNanos;

	RequiredSession(Duration timeout) {
		this.timeout = timeout;
		this.endNanos = System.nanoTime() + timeout.toNanos();
	}

	/**
	 * Returns when the manager has a session.
	 * @throws RequiredSessionException with the last failure if the deadline has passed,
	 * and at once if the credentials are rejected, because waiting does not help then
	 */
	void await(ConnectSessionManager manager) {
		ConnectApiException last = null;
		while (true) {
			Duration left = Duration.ofNanos(Math.max(0, this.endNanos - System.nanoTime()));
			try {
				manager.getSession((last != null) ? left : left.plus(GRACE));
				return;
			}
			catch (ConnectApiException ex) {
				last = telling(ex, last);
				if (left.isZero() || isFinal(ex) || !pause(ex, left)) {
					throw new RequiredSessionException(this.timeout, last);
				}
			}
		}
	}

	/** What happened, rather than that nothing is tried, or nothing was heard, since. */
	private static ConnectApiException telling(ConnectApiException failure, @Nullable ConnectApiException before) {
		if (before != null && failure instanceof ConnectWaitTimeoutException) {
			return before;
		}
		ConnectApiException telling = failure;
		while (telling instanceof ConnectBackoffException && telling.getCause() instanceof ConnectApiException cause) {
			telling = cause;
		}
		return telling;
	}

	private static boolean isFinal(ConnectApiException failure) {
		return telling(failure, null) instanceof ConnectCredentialsRejectedException
				|| failure instanceof ConnectWaitTimeoutException || failure instanceof ConnectInterruptedException
				|| failure instanceof ConnectClosedException;
	}

	/** Until the next attempt. Answers false if the thread was interrupted. */
	private static boolean pause(ConnectApiException failure, Duration left) {
		Duration until = (failure instanceof ConnectBackoffException) ? failure.retryAfter().orElse(left) : MIN;
		try {
			Thread.sleep(((until.compareTo(left) < 0) ? until : left).toMillis() + 1);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
