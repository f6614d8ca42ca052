package io.github.connectapi.session;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;

/**
 * One line for each change of state, none for each attempt, and nothing secret.
 */
final class SessionLog {

	private static final Log logger = LogFactory.getLog(ConnectSessionManager.class);

	private volatile @Nullable Condition failing;

	void landed(SessionState before, Lease lease, Moment now) {
		String session = "generation=" + lease.generation() + " expiresAt="
				+ now.instant().plusNanos(lease.session().lifetime().toNanos() - lease.age(now));
		Setback setback = before.setback();
		if (setback != null) {
			logger.info("Connect session recovered: " + session + " failures=" + setback.failures());
		}
		else if (before.lease() == null || before.hasEndedLease()) {
			logger.info("Connect session created: " + session);
		}
		else {
			logger.debug("Connect session renewed: " + session);
		}
	}

	/** The session may end while no attempt is made: because of a hold, or of sleep. */
	void aged(SessionState before, SessionState after, Moment now) {
		if (before.hasEndedLease() || !after.hasEndedLease()) {
			return;
		}
		if (after.setback() != null) {
			failing(after, after.setback(), now);
		}
		else {
			logger.info("Connect session expired: generation=" + after.generation());
		}
	}

	/** Later failures of the same kind are the same state. */
	void failed(SessionState before, Setback setback, Moment now) {
		if (before.setback() == null) {
			this.failing = null;
		}
		failing(before, setback, now);
	}

	private void failing(SessionState state, Setback setback, Moment now) {
		Condition condition = Condition.of(state.hasUsableLease(now), setback);
		if (condition != this.failing) {
			this.failing = condition;
			logger.warn("Connect session " + condition.text + ": nextAttemptAt="
					+ now.instant().plusNanos(setback.remaining(now)) + " failure=" + setback.failure().getMessage(),
					foreignCause(setback.failure()));
		}
	}

	void invalidated(int generation) {
		logger.warn("Connect session invalidated: generation=" + generation
				+ " because its token was reported as rejected");
	}

	void reset() {
		logger.info("Connect session reset: failures are forgotten");
	}

	void closed(int generation) {
		logger.info("Connect session closed: generation=" + generation);
	}

	/** What code of the application threw, where the stack trace helps. */
	private static @Nullable Throwable foreignCause(ConnectApiException failure) {
		return failure.operation().isPresent() ? null : failure.getCause();
	}

	private enum Condition {

		RENEWAL_FAILING("cannot be renewed, the valid one is served on"),

		RENEWAL_REJECTED("cannot be renewed because the credentials are rejected, the valid one is served on"),

		FAILING("not available"), REJECTED("not available because the credentials are rejected");

		private final String text;

		Condition(String text) {
			this.text = text;
		}

		static Condition of(boolean usable, Setback setback) {
			if (setback.isRejection()) {
				return usable ? RENEWAL_REJECTED : REJECTED;
			}
			return usable ? RENEWAL_FAILING : FAILING;
		}

	}

}
