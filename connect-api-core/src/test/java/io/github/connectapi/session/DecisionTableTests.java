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

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is done in each state: for a caller, without one, and when it is looked at again.
 */
class DecisionTableTests {

	/** The monotonic clock overflows in between. */
	private static final ClockReading START = new ClockReading(Long.MAX_VALUE - 5_000_000_000L, 1_000_000);

	private final SessionPolicy policy = new SessionPolicy(SessionSettings.defaults(), () -> 0.5);

	@ParameterizedTest(name = "{0} session, failure {1}")
	@CsvFileSource(resources = "decisions.csv", numLinesToSkip = 1)
	void whenNothingFliesThenTheTableHolds(Session session, Failure failure, Decision decision, Background background,
			@Nullable Integer wakeAfter) {
		SessionState state = state(session, failure);
		PendingAcquisition flight = this.policy.flightWithoutCaller(state, session.now());

		assertThat(this.policy.decide(state, session.now())).isEqualTo(decision);
		assertThat(Background.of(flight)).isEqualTo(background);
		assertThat(this.policy.mayFly(state, session.now())).isEqualTo(!failure.isBackingOff);
		assertThat(this.policy.nextWake(state, session.now()))
			.isEqualTo((wakeAfter != null) ? Duration.ofSeconds(wakeAfter) : null);
	}

	@ParameterizedTest(name = "{0} session, failure {1}")
	@CsvFileSource(resources = "decisions.csv", numLinesToSkip = 1)
	void whenOneFliesThenNothingElseIsStarted(Session session, Failure failure, Decision decision) {
		SessionState state = state(session, failure).departed(PendingAcquisition.acquiring());

		assertThat(this.policy.decide(state, session.now()))
			.isEqualTo((decision == Decision.USE_AND_RENEW) ? Decision.USE : decision);
		assertNothingIsStarted(state, session.now());
	}

	@ParameterizedTest(name = "{0} session, failure {1}")
	@CsvFileSource(resources = "decisions.csv", numLinesToSkip = 1)
	void whenClosedThenAllIsRefused(Session session, Failure failure) {
		SessionState state = state(session, failure).ended(session.now());

		assertThat(this.policy.decide(state, session.now())).isEqualTo(Decision.REFUSE);
		assertNothingIsStarted(state, session.now());
	}

	private void assertNothingIsStarted(SessionState state, ClockReading now) {
		assertThat(this.policy.flightWithoutCaller(state, now)).isNull();
		assertThat(this.policy.mayFly(state, now)).isFalse();
		assertThat(this.policy.nextWake(state, now)).isNull();
	}

	private SessionState state(Session session, Failure failure) {
		SessionState state = SessionState.initial(START).with(null, failure.at(session.now()), null);
		Acquired acquired = new Acquired(ConnectSession.of("token", Duration.ofMinutes(30)), false, START);
		return (session == Session.NO) ? state
				: state
					.with(this.policy.grant(acquired, SessionFixture.credentials("p"), 1, START), state.backoffState(),
							null)
					.agedTo(session.now());
	}

	private static ClockReading plus(ClockReading moment, int seconds) {
		return new ClockReading(moment.nanos() + seconds * 1_000_000_000L, moment.millis() + seconds * 1000L);
	}

	/** How old a session of 30 minutes is. */
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

	/** What is to be done although nobody asks. */
	enum Background {

		NOTHING, ACQUIRE, ASK;

		static Background of(@Nullable PendingAcquisition flight) {
			return (flight == null) ? NOTHING : flight.isAskOnly() ? ASK : ACQUIRE;
		}

	}

	/** How long ago an acquisition failed that holds back for a minute. */
	enum Failure {

		NONE(0, false, false), HELD(10, false, true), OVER(60, false, false), REJECTED(9, true, true),
		REJECTED_ASK(10, true, true);

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
