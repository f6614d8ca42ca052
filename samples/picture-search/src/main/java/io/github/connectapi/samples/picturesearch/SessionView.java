package io.github.connectapi.samples.picturesearch;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.session.ConnectSessionSnapshot;
import io.github.connectapi.session.ConnectSessionSnapshot.LastFailure;

/**
 * The state of the session, as the page shows it. The page has an element for each
 * component, which is found by its name.
 *
 * @param summary one sentence about the state; it changes only when the state changes
 * @param timeLeft the time until the session expires, in minutes and seconds
 * @param renewalIn the time until its renewal is due, in minutes and seconds
 * @param number the number of the session, from 1; 0 before the first one
 * @param logins the number of logins that were sent
 * @param renewals the number of renewals that were sent
 * @param health the status of the health indicator
 */
record SessionView(String summary, String timeLeft, String renewalIn, int number, long logins, long renewals,
		String health) {

	static SessionView of(ConnectSessionSnapshot session, Instant now, long logins, long renewals, String health) {
		return new SessionView(summary(session), until(session.expiresAt(), now), until(session.renewalDueAt(), now),
				session.generation(), logins, renewals, health);
	}

	private static String summary(ConnectSessionSnapshot session) {
		LastFailure failure = session.lastFailure();
		return switch (session.state()) {
			case NONE -> "There is no session. A search starts a login.";
			case VALID ->
				(failure != null) ? "The session is valid, but its renewal has failed." : "The session is valid.";
			case FAILED -> (failure != null && failure.credentialsRejected())
					? "There is no session: the credentials were rejected." : "There is no session: the login failed.";
			case CLOSED -> "The application is shutting down.";
		};
	}

	private static String until(@Nullable Instant instant, Instant now) {
		if (instant == null) {
			return "–";
		}
		long seconds = Math.max(Duration.between(now, instant).toSeconds(), 0);
		return String.format(Locale.ROOT, "%s:%02d", seconds / 60, seconds % 60);
	}

}
