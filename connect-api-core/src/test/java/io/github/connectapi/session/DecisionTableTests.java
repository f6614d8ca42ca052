package io.github.connectapi.session;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.session.SessionPolicy.Decision;

import io.github.connectapi.session.SessionState.BackoffState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Decisions in each state: for a caller, without a caller, and the delay of the next
 * task.
 */
class DecisionTableTests {

	/** The monotonic clock overflows a few seconds later. */
	private static final ClockReading START = new ClockReading(Long.MAX_VALUE - 5_000_000_000L, 1_000_000);

	private final SessionPolicy policy = new SessionPolicy(SessionSettings.defaults(), () -> 0.5);

	@ParameterizedTest(name = "{0} session, failure {1}")
	@CsvFileSource(resources = "decisions.csv", numLinesToSkip = 1)
	void whenThereIsNoAcquisitionThenTheTableApplies(Session session, Failure failure, Decision decision,
			Background background, @Nullable Integer delay) {
		SessionState state = state(session, failure);
		SessionState.Phase phase = this.policy.backgroundPhase(state, session.now());

		assertThat(this.policy.decide(state, session.now())).isEqualTo(decision);
		assertThat(Background.of(phase)).isEqualTo(background);
		assertThat(this.policy.mayAcquire(state, session.now())).isEqualTo(!failure.isBackingOff);
		assertThat(this.policy.nextDelay(state, session.now()))
			.isEqualTo((delay != null) ? Duration.ofSeconds(delay) : null);
	}

	@ParameterizedTest(name = "{0} session, failure {1}")
	@CsvFileSource(resources = "decisions.csv", numLinesToSkip = 1)
	void whenThereIsAnAcquisitionThenNoOtherIsStarted(Session session, Failure failure, Decision decision) {
		SessionState state = state(session, failure).started(new PendingAcquisition(), SessionState.Phase.REQUESTING);

		assertThat(this.policy.decide(state, session.now()))
			.isEqualTo((decision == Decision.USE_AND_RENEW) ? Decision.USE : decision);
		assertNothingIsStarted(state, session.now());
	}

	@ParameterizedTest(name = "{0} session, failure {1}")
	@CsvFileSource(resources = "decisions.csv", numLinesToSkip = 1)
	void whenClosedThenEverythingIsRefused(Session session, Failure failure) {
		SessionState state = state(session, failure).closed(session.now());

		assertThat(this.policy.decide(state, session.now())).isEqualTo(Decision.FAIL_FAST);
		assertNothingIsStarted(state, session.now());
	}

	private void assertNothingIsStarted(SessionState state, ClockReading now) {
		assertThat(this.policy.backgroundPhase(state, now)).isNull();
		assertThat(this.policy.mayAcquire(state, now)).isFalse();
		assertThat(this.policy.nextDelay(state, now)).isNull();
	}

	private SessionState state(Session session, Failure failure) {
		SessionState state = SessionState.initial(START).with(null, failure.at(session.now()), null);
		SessionAcquirer.Result acquired = new SessionAcquirer.Result(ConnectSession.of("token", Duration.ofMinutes(30)),
				false, START);
		return (session == Session.NO) ? state
				: state
					.with(this.policy.cache(acquired, SessionFixture.credentials("p")::equals, 1, START),
							state.backoff(), null)
					.withAge(session.now());
	}

	private static ClockReading plus(ClockReading reading, int seconds) {
		return new ClockReading(reading.nanos() + seconds * 1_000_000_000L, reading.millis() + seconds * 1000L);
	}

	/** The age of a session of 30 minutes. */
	enum Session {

		NO(0), FRESH(0), DUE(1485), EXPIRING(1770), EXPIRED(1800);

		private final int second;

		Session(int second) {
			this.second = second;
		}

		ClockReading now() {
			return plus(START, this.second);
		}

	}

	/** The task that is due without a caller. */
	enum Background {

		NOTHING, ACQUIRE, PROBE;

		static Background of(SessionState.@Nullable Phase phase) {
			return (phase == null) ? NOTHING : (phase == SessionState.Phase.PROBING) ? PROBE : ACQUIRE;
		}

	}

	/** How long ago an acquisition failed, with a back-off of one minute. */
	enum Failure {

		NONE(0, false, false), BACKING_OFF(10, false, true), OVER(60, false, false), REJECTED(9, true, true),
		REJECTED_PROBE(10, true, true);

		private final int secondsAgo;

		private final boolean rejected;

		private final boolean isBackingOff;

		Failure(int secondsAgo, boolean rejected, boolean isBackingOff) {
			this.secondsAgo = secondsAgo;
			this.rejected = rejected;
			this.isBackingOff = isBackingOff;
		}

		@Nullable BackoffState at(ClockReading now) {
			if (this == NONE) {
				return null;
			}
			ConnectApiException exception = this.rejected
					? new ConnectCredentialsRejectedException("no",
							ConnectFailure.permanentFailure("CreateSession", "AUTH-000"))
					: new ConnectUnavailableException("down", ConnectFailure.transientFailure(null, null));
			ClockReading failed = plus(now, -this.secondsAgo);
			return new BackoffState(exception, failed, Duration.ofMinutes(1).toNanos(), 1, this.rejected ? 1 : 0, null,
					0, failed.nanos());
		}

	}

}
