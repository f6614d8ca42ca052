package io.github.connectapi.session;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;

/**
 * One line for each change of state, none for each attempt, and nothing secret. Each line
 * is a sentence and then its details, in an order that stays.
 */
final class SessionLog implements ConnectSessionListener {

	private static final Log logger = LogFactory.getLog(ConnectSessionManager.class);

	/** A server that invents codes must not fill the log. */
	private static final int MAX_TOLD = 20;

	private volatile boolean valid;

	private volatile ConnectSessionEvent.@Nullable Failed lastFailure;

	/** The kinds and codes of failures that were told since all was well. */
	private final Set<String> told = ConcurrentHashMap.newKeySet();

	@Override
	public void onEvent(ConnectSessionEvent event) {
		if (event instanceof ConnectSessionEvent.Created created) {
			acquired("created: generation=" + created.generation() + " expiresAt=" + created.expiresAt(), this.valid);
		}
		else if (event instanceof ConnectSessionEvent.Renewed renewed) {
			acquired("renewed: generation=" + renewed.generation() + " expiresAt=" + renewed.expiresAt(), this.valid);
		}
		else if (event instanceof ConnectSessionEvent.Recovered recovered) {
			info("recovered: generation=" + recovered.generation() + " expiresAt=" + recovered.expiresAt()
					+ " failures=" + recovered.failures());
			forget();
		}
		else if (event instanceof ConnectSessionEvent.Failed failed) {
			this.lastFailure = failed;
			failing(failed, Trouble.of(failed, failed.isSessionValid()));
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
			// So that the next session is told of: whether it helped.
			this.valid = false;
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

	/** If an attempt is due, its failure is told instead of the last one's. */
	private void ended(ConnectSessionEvent event) {
		this.valid = false;
		ConnectSessionEvent.Failed last = this.lastFailure;
		if (last == null) {
			info("expired: generation=" + event.generation());
		}
		else if (last.nextAttemptAt().isAfter(event.at())) {
			failing(last, Trouble.of(last, false));
		}
	}

	/** Later failures of the same kind and code are the same state. */
	private void failing(ConnectSessionEvent.Failed failed, Trouble trouble) {
		ConnectApiException failure = failed.failure();
		String code = failure.code().orElse("none");
		if (this.told.size() >= MAX_TOLD || !this.told.add(trouble + " " + code)) {
			return;
		}
		logger.warn(
				"Connect session " + trouble.text + ": generation=" + failed.generation() + " operation="
						+ failure.operation().orElse("none") + " code=" + code + " coordinationId="
						+ failure.coordinationId().orElse("none") + " failures=" + failed.consecutiveFailures()
						+ " nextAttemptAt=" + failed.nextAttemptAt() + " failure=\"" + failure.getMessage() + "\"",
				foreignCause(failure));
	}

	private void forget() {
		this.lastFailure = null;
		this.told.clear();
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
