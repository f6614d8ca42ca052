package io.github.connectapi.samples.picturesearch;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.session.ConnectSessionSnapshot;
import io.github.connectapi.session.ConnectSessionSnapshot.LastFailure;

/**
 * The session in words, as the page shows it. The page has an element for each of them.
 *
 * @param summary one sentence, which changes only when something happens
 * @param timeLeft until the session expires, in minutes and seconds
 * @param renewalIn until its renewal is due
 * @param number how many sessions there were
 * @param logins how many logins were sent
 * @param renewals how many renewals were sent
 * @param health what the health contributor says
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
			case NONE -> "There is no session; the next search will log in.";
			case VALID ->
				(failure != null) ? "The session is valid, but its renewal has failed." : "The session is valid.";
			case FAILED -> (failure != null && failure.credentialsRejected())
					? "There is no session: the credentials are not accepted."
					: "There is no session: the login failed.";
			case CLOSED -> "The application is being stopped.";
		};
	}

	private static String until(@Nullable Instant moment, Instant now) {
		if (moment == null) {
			return "–";
		}
		long seconds = Math.max(Duration.between(now, moment).toSeconds(), 0);
		return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
	}

}
