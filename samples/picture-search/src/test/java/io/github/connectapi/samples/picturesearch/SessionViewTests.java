package io.github.connectapi.samples.picturesearch;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.connectapi.session.ConnectSessionSnapshot;
import io.github.connectapi.session.ConnectSessionSnapshot.LastFailure;
import io.github.connectapi.session.ConnectSessionSnapshot.State;

import static org.assertj.core.api.Assertions.assertThat;

class SessionViewTests {

	private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

	@ParameterizedTest
	@CsvSource({ "1790, 29:50", "60, 1:00", "9, 0:09", "-3, 0:00" })
	void whenThereIsASessionThenTheTimeLeftIsInMinutesAndSeconds(int seconds, String text) {
		assertThat(view(snapshot(State.VALID, NOW.plusSeconds(seconds), null)).timeLeft()).isEqualTo(text);
	}

	@Test
	void whenThereIsNoSessionThenThereIsNoTimeLeft() {
		SessionView view = view(snapshot(State.NONE, null, null));

		assertThat(view.timeLeft()).isEqualTo("–");
		assertThat(view.summary()).startsWith("There is no session");
	}

	@Test
	void whenTheRenewalFailedThenTheSummaryMentionsIt() {
		assertThat(view(snapshot(State.VALID, NOW, failure(false))).summary()).contains("renewal has failed");
	}

	@Test
	void whenTheCredentialsAreRejectedThenTheSummaryMentionsThem() {
		assertThat(view(snapshot(State.FAILED, null, failure(true))).summary()).contains("credentials");
		assertThat(view(snapshot(State.FAILED, null, failure(false))).summary()).contains("the login failed");
	}

	private static SessionView view(ConnectSessionSnapshot snapshot) {
		return SessionView.of(snapshot, NOW, 1, 2, "UP");
	}

	private static ConnectSessionSnapshot snapshot(State state, @Nullable Instant expiresAt,
			@Nullable LastFailure failure) {
		return new ConnectSessionSnapshot(NOW, state, NOW, 3, 2, false, 0, "account", expiresAt, null, null, failure,
				null, null, null);
	}

	private static LastFailure failure(boolean credentialsRejected) {
		return new LastFailure(NOW, "internals", null, null, null, credentialsRejected, 1);
	}

}
