package io.github.connectapi.session;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;

/**
 * One line for each change of state, none for each attempt, and nothing secret. Each line
 * is a sentence and then its facts, in an order that stays.
 */
final class SessionLog implements ConnectSessionListener {

	private static final Log logger = LogFactory.getLog(ConnectSessionManager.class);

	private volatile boolean valid;

	private volatile ConnectSessionEvent.@Nullable Failed lastFailure;

	private volatile @Nullable Trouble trouble;

	@Override
	public void onEvent(ConnectSessionEvent event) {
		if (event instanceof ConnectSessionEvent.Created created) {
			acquired("created: generation=" + created.generation() + " expiresAt=" + created.expiresAt(), this.valid);
		}
		else if (event instanceof ConnectSessionEvent.Renewed renewed) {
			acquired("renewed: generation=" + renewed.generation() + " expiresAt=" + renewed.expiresAt(), true);
		}
		else if (event instanceof ConnectSessionEvent.Recovered recovered) {
			info("recovered: generation=" + recovered.generation() + " expiresAt=" + recovered.expiresAt()
					+ " failures=" + recovered.failures());
			forget();
		}
		else if (event instanceof ConnectSessionEvent.Failed failed) {
			this.lastFailure = failed;
			failing(failed, failed.isSessionValid());
		}
		else if (event instanceof ConnectSessionEvent.Expired) {
			ended(event);
		}
		else if (event instanceof ConnectSessionEvent.Invalidated) {
			this.valid = false;
			logger.warn("Connect session invalidated because its token was reported as rejected: generation="
					+ event.generation());
		}
		else if (event instanceof ConnectSessionEvent.Reset) {
			forget();
			info("reset, failures are forgotten: generation=" + event.generation());
		}
		else {
			info("closed: generation=" + event.generation());
		}
	}

	/**
	 * Only a session where there was none is a change; recovery has a line of its own.
	 */
	private void acquired(String what, boolean asBefore) {
		this.valid = true;
		if (this.lastFailure == null && !asBefore) {
			info(what);
		}
		else {
			logger.debug("Connect session " + what);
		}
	}

	private void ended(ConnectSessionEvent event) {
		this.valid = false;
		ConnectSessionEvent.Failed last = this.lastFailure;
		if (last != null) {
			failing(last, false);
		}
		else {
			info("expired: generation=" + event.generation());
		}
	}

	/** Later failures of the same kind are the same state. */
	private void failing(ConnectSessionEvent.Failed failed, boolean valid) {
		Trouble now = Trouble.of(failed, valid);
		if (now == this.trouble) {
			return;
		}
		this.trouble = now;
		ConnectApiException failure = failed.failure();
		logger.warn("Connect session " + now.text + ": generation=" + failed.generation() + " operation="
				+ failure.operation().orElse("none") + " code=" + failure.code().orElse("none") + " coordinationId="
				+ failure.coordinationId().orElse("none") + " failures=" + failed.failuresInARow() + " nextAttemptAt="
				+ failed.nextAttemptAt() + " failure=\"" + failure.getMessage() + "\"", foreignCause(failure));
	}

	private void forget() {
		this.lastFailure = null;
		this.trouble = null;
	}

	private static void info(String what) {
		logger.info("Connect session " + what);
	}

	/** What code of the application threw, where the stack trace helps. */
	private static @Nullable Throwable foreignCause(ConnectApiException failure) {
		return failure.operation().isPresent() ? null : failure.getCause();
	}

	private enum Trouble {

		RENEWAL_FAILING("cannot be renewed, the valid one is served on"),

		RENEWAL_REJECTED("cannot be renewed because the credentials are rejected, the valid one is served on"),

		FAILING("not available"), REJECTED("not available because the credentials are rejected");

		private final String text;

		Trouble(String text) {
			this.text = text;
		}

		static Trouble of(ConnectSessionEvent.Failed failed, boolean valid) {
			if (failed instanceof ConnectSessionEvent.Rejected) {
				return valid ? RENEWAL_REJECTED : REJECTED;
			}
			return valid ? RENEWAL_FAILING : FAILING;
		}

	}

}
