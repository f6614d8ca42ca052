package io.github.connectapi.autoconfigure.startup;

import java.time.Duration;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.datetime.standard.DurationFormatterUtils;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectWaitTimeoutException;
import io.github.connectapi.autoconfigure.diagnostics.ConnectStartupException;
import io.github.connectapi.autoconfigure.diagnostics.StartupProblem;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * Waits for sessions until a common deadline. Does not send requests itself: a manager
 * repeats failed acquisitions according to its back-off.
 */
final class SessionAwaiter {

	/** Time for an acquisition that ends at the same deadline to report its failure. */
	private static final Duration GRACE_PERIOD = Duration.ofSeconds(1);

	private static final Duration MIN_DELAY = Duration.ofMillis(10);

	private final Duration timeout;

	private final long deadlineNanos;

	SessionAwaiter(Duration timeout) {
		this.timeout = timeout;
		this.deadlineNanos = System.nanoTime() + timeout.toNanos();
	}

	/**
	 * Wait until the manager has a session.
	 * @param manager the manager
	 * @throws ConnectStartupException with the last failure if there is no session at the
	 * deadline, or immediately if the credentials are rejected, because waiting is
	 * useless then
	 */
	void await(ConnectSessionManager manager) {
		ConnectApiException last = null;
		while (true) {
			Duration remaining = Duration.ofNanos(Math.max(0, this.deadlineNanos - System.nanoTime()));
			try {
				manager.getSession((last != null) ? remaining : remaining.plus(GRACE_PERIOD));
				return;
			}
			catch (ConnectApiException ex) {
				last = mostInformative(ex, last);
				if (remaining.isZero() || isFinal(ex) || !sleep(ex, remaining)) {
					throw new ConnectStartupException(toProblem(last), last);
				}
			}
		}
	}

	/** Prefer the failure of the last acquisition to a back-off or a wait timeout. */
	private static ConnectApiException mostInformative(ConnectApiException failure,
			@Nullable ConnectApiException previous) {
		if (previous != null && failure instanceof ConnectWaitTimeoutException) {
			return previous;
		}
		ConnectApiException current = failure;
		while (current instanceof ConnectBackoffException backoff) {
			current = backoff.lastFailure();
		}
		return current;
	}

	private static boolean isFinal(ConnectApiException failure) {
		return mostInformative(failure, null) instanceof ConnectCredentialsRejectedException
				|| failure instanceof ConnectWaitTimeoutException || failure instanceof ConnectInterruptedException
				|| failure instanceof ConnectClosedException;
	}

	/** Sleep until the next acquisition. Return false if the thread was interrupted. */
	private static boolean sleep(ConnectApiException failure, Duration remaining) {
		Duration delay = (failure instanceof ConnectBackoffException) ? failure.retryAfter().orElse(remaining)
				: MIN_DELAY;
		try {
			Thread.sleep(((delay.compareTo(remaining) < 0) ? delay : remaining).toMillis() + 1);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private StartupProblem toProblem(ConnectApiException failure) {
		String reason = "getty.connect.session.startup is 'required', but no session was acquired (timeout %s): %s"
			.formatted(DurationFormatterUtils.print(this.timeout, DurationFormat.Style.COMPOSITE),
					failure.getMessage());
		String action = """
				%s
				To start without a session, set getty.connect.session.startup to 'background' or 'lazy'."""
			.formatted(action(failure));
		return new StartupProblem("getty.connect.session.startup", reason, action);
	}

	/** Return whether code failed, and no request. The failure may be shared. */
	private static boolean hasCause(ConnectApiException failure) {
		return Stream.concat(Stream.of(failure), Stream.of(failure.getSuppressed()))
			.anyMatch((shared) -> shared.getCause() != null);
	}

	/** Return whether a token request failed. */
	private static boolean isOAuth2(ConnectApiException failure) {
		return failure.operation().filter((operation) -> operation.endsWith("Grant")).isPresent();
	}

	private static String action(ConnectApiException failure) {
		if (failure instanceof ConnectCredentialsRejectedException && isOAuth2(failure)) {
			return """
					Correct getty.connect.api-key, getty.connect.api-secret and, if they are set, getty.connect.user-name and getty.connect.user-password. Quote the values in YAML, because an unquoted 0123 is the number 83. A system id and its password are no API key and secret.
					Each startup logs in once, so an application that restarts repeatedly can lock its account.""";
		}
		if (failure instanceof ConnectCredentialsRejectedException) {
			return """
					Correct getty.connect.system-id, getty.connect.system-password, getty.connect.user-name and getty.connect.user-password. Quote the values in YAML, because an unquoted 0123 is the number 83.
					Each startup logs in once, so an application that restarts repeatedly can lock its account.""";
		}
		if (failure.operation().isEmpty() && hasCause(failure)) {
			return "Correct the ConnectCredentialsProvider, the ConnectConnectionDetails or the ConnectClientCustomizer of the application. The log contains the stack trace in a warning of ConnectSessionManager.";
		}
		if (isOAuth2(failure)) {
			return "Check that the server at getty.connect.oauth2.token-uri is up, can be reached, and is trusted by the JVM or by getty.connect.ssl.bundle, or increase getty.connect.session.startup-timeout.";
		}
		return "Check that the server at getty.connect.base-url is up, can be reached, and is trusted by the JVM or by getty.connect.ssl.bundle, or increase getty.connect.session.startup-timeout.";
	}

}
