package io.github.connectapi.session;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ErrorSuppressingLog;
import io.github.connectapi.session.SessionState.ActiveAcquisition;

/**
 * Logs one line for each change of state, but not for each attempt. A line is a sentence
 * with key-value pairs in a fixed order, and contains no secret.
 */
final class SessionLog implements ConnectSessionListener {

	private static final ErrorSuppressingLog logger = ErrorSuppressingLog.of(ConnectSessionManager.class);

	// Limits the log if the server sends many different codes.
	private static final int MAX_LOGGED_FAILURES = 20;

	private volatile boolean valid;

	private volatile ConnectSessionEvent.@Nullable Failed lastFailure;

	/** The kinds and codes of failures that were logged since the last success. */
	private final Set<String> loggedFailures = ConcurrentHashMap.newKeySet();

	@Override
	public void onEvent(ConnectSessionEvent event) {
		if (event instanceof ConnectSessionEvent.Created created) {
			acquired(LogMessage.format("Connect session created: generation=%s expiresAt=%s", created.generation(),
					created.expiresAt()));
		}
		else if (event instanceof ConnectSessionEvent.Renewed renewed) {
			acquired(LogMessage.format("Connect session renewed: generation=%s expiresAt=%s", renewed.generation(),
					renewed.expiresAt()));
		}
		else if (event instanceof ConnectSessionEvent.Adopted adopted) {
			acquired(LogMessage.format("Connect session adopted: generation=%s expiresAt=%s", adopted.generation(),
					adopted.expiresAt()));
		}
		else if (event instanceof ConnectSessionEvent.Recovered recovered) {
			logger.info(LogMessage.format("Connect session recovered: generation=%s expiresAt=%s failures=%s",
					recovered.generation(), recovered.expiresAt(), recovered.failures()));
			forgetFailures();
		}
		else if (event instanceof ConnectSessionEvent.Failed failed) {
			this.lastFailure = failed;
			failed(failed, failed.sessionValid());
		}
		else if (event instanceof ConnectSessionEvent.Expired) {
			expired(event);
		}
		else if (event instanceof ConnectSessionEvent.Invalidated) {
			this.valid = false;
			logger.warn(LogMessage.format(
					"Connect session invalidated because its token was reported as rejected: generation=%s",
					event.generation()));
		}
		else if (event instanceof ConnectSessionEvent.Reset) {
			forgetFailures();
			// The next session is logged, so that the effect of the reset is visible.
			this.valid = false;
			logger.info(LogMessage.format("Connect session manager reset: generation=%s", event.generation()));
		}
		else {
			logger.info(LogMessage.format("Connect session manager closed: generation=%s", event.generation()));
		}
	}

	// The first session is a change of state. A recovery is logged separately.
	private void acquired(LogMessage message) {
		boolean change = this.lastFailure == null && !this.valid;
		this.valid = true;
		if (change) {
			logger.info(message);
		}
		else {
			logger.debug(message);
		}
	}

	// If an acquisition is due, its failure is logged instead of the last one.
	private void expired(ConnectSessionEvent event) {
		this.valid = false;
		ConnectSessionEvent.Failed last = this.lastFailure;
		if (last == null) {
			logger.info(LogMessage.format("Connect session expired: generation=%s", event.generation()));
		}
		else if (last.nextAttemptAt().isAfter(event.at())) {
			failed(last, false);
		}
	}

	// Further failures of the same kind, with the same code, are the same state.
	private void failed(ConnectSessionEvent.Failed failed, boolean sessionValid) {
		ConnectApiException failure = failed.failure();
		boolean rejected = failed instanceof ConnectSessionEvent.Rejected;
		String code = failure.code().orElse("none");
		String kind = "%s %s %s %s".formatted(rejected, sessionValid, code, applicationFailure(failure));
		if (this.loggedFailures.size() >= MAX_LOGGED_FAILURES || !this.loggedFailures.add(kind)) {
			return;
		}
		String operation = failure.operation().orElse("none");
		String coordinationId = failure.coordinationId().orElse("none");
		Throwable cause = applicationCause(failure);
		if (rejected && sessionValid) {
			logger.warn(LogMessage.format(
					"Connect session renewal failed because the credentials were rejected; the current session remains in use: generation=%s operation=%s code=%s coordinationId=%s failures=%s nextAttemptAt=%s failure=\"%s\"",
					failed.generation(), operation, code, coordinationId, failed.consecutiveFailures(),
					failed.nextAttemptAt(), failure.getMessage()), cause);
		}
		else if (rejected) {
			logger.warn(LogMessage.format(
					"Connect session unavailable because the credentials were rejected: generation=%s operation=%s code=%s coordinationId=%s failures=%s nextAttemptAt=%s failure=\"%s\"",
					failed.generation(), operation, code, coordinationId, failed.consecutiveFailures(),
					failed.nextAttemptAt(), failure.getMessage()), cause);
		}
		else if (sessionValid) {
			logger.warn(LogMessage.format(
					"Connect session renewal failed; the current session remains in use: generation=%s operation=%s code=%s coordinationId=%s failures=%s nextAttemptAt=%s failure=\"%s\"",
					failed.generation(), operation, code, coordinationId, failed.consecutiveFailures(),
					failed.nextAttemptAt(), failure.getMessage()), cause);
		}
		else {
			logger.warn(LogMessage.format(
					"Connect session unavailable: generation=%s operation=%s code=%s coordinationId=%s failures=%s nextAttemptAt=%s failure=\"%s\"",
					failed.generation(), operation, code, coordinationId, failed.consecutiveFailures(),
					failed.nextAttemptAt(), failure.getMessage()), cause);
		}
	}

	static void suspended(int generation) {
		logger.info(LogMessage.format("Connect session manager suspended: generation=%s", generation));
	}

	static void resumed(int generation) {
		logger.info(LogMessage.format("Connect session manager resumed: generation=%s", generation));
	}

	/** Log that the thread of an acquisition was not ended by a close. */
	static void closed(ActiveAcquisition acquisition, String provider) {
		Thread thread = acquisition.pending().runner();
		if (thread != null) {
			logger
				.warn(LogMessage.format("Connect session manager closed, but a thread still runs: thread=%s in=\"%s\"",
						thread.getName(), SessionFailures.place(acquisition, provider)));
		}
	}

	// Without an operation, the message contains no id, so it distinguishes failures.
	private static @Nullable String applicationFailure(ConnectApiException failure) {
		return failure.operation().isPresent() ? null : failure.getMessage();
	}

	// Unless the network failed, application code did, and its stack trace is useful.
	private static @Nullable Throwable applicationCause(ConnectApiException failure) {
		return (failure.getCause() instanceof IOException) ? null : failure.getCause();
	}

	private void forgetFailures() {
		this.lastFailure = null;
		this.loggedFailures.clear();
	}

}
