package io.github.connectapi.session;

import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.session.SessionPolicy.Decision;
import io.github.connectapi.session.SessionState.ActiveAcquisition;

import io.github.connectapi.session.SessionOwner.CredentialsIdentity;
import io.github.connectapi.session.SessionState.BackoffState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Decisions as a function of state and time, without threads.
 */
class SessionPolicyTests {

	private static final Function<ConnectCredentials, CredentialsIdentity> IDENTITIES = (
			credentials) -> credentials::equals;

	private static final ClockReading START = new ClockReading(Long.MAX_VALUE - 5_000_000_000L, 1_000_000);

	private static final SessionState INITIAL = SessionState.initial(START);

	private final SessionPolicy policy = new SessionPolicy(SessionFixture.SETTINGS, () -> 0.5);

	static Stream<Arguments> decisions() {
		ActiveAcquisition running = new ActiveAcquisition(new PendingAcquisition(), SessionState.Phase.REQUESTING);
		return Stream.of(arguments("nothing yet", null, null, null, 0, Decision.ACQUIRE),
				arguments("nothing yet, acquiring", null, null, running, 0, Decision.ACQUIRE),
				arguments("fresh", 30, null, null, 0, Decision.USE),
				arguments("just before due", 30, null, null, 1484, Decision.USE),
				arguments("due", 30, null, null, 1485, Decision.USE_AND_RENEW),
				arguments("due, acquiring", 30, null, running, 1485, Decision.USE),
				arguments("due, backing off", 30, 1480, null, 1485, Decision.USE),
				arguments("due, back-off over", 30, 1400, null, 1485, Decision.USE_AND_RENEW),
				arguments("just before the margin", 30, null, null, 1769, Decision.USE_AND_RENEW),
				arguments("in the margin", 30, null, null, 1770, Decision.ACQUIRE),
				arguments("in the margin, backing off", 30, 1769, null, 1770, Decision.FAIL_FAST),
				arguments("expired", 30, null, null, 1800, Decision.ACQUIRE),
				arguments("none, backing off", null, 0, null, 59, Decision.FAIL_FAST),
				arguments("none, backing off, acquiring", null, 0, running, 59, Decision.FAIL_FAST),
				arguments("none, back-off over", null, 0, null, 60, Decision.ACQUIRE));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("decisions")
	void whenDecidingThenTheTableApplies(String name, @Nullable Integer lifetimeMinutes,
			@Nullable Integer failedAtSecond, @Nullable ActiveAcquisition acquisition, int second, Decision expected) {
		CachedSession session = (lifetimeMinutes != null) ? session(lifetimeMinutes) : null;
		BackoffState backoff = (failedAtSecond != null) ? backoff(failedAtSecond) : null;
		SessionState state = INITIAL.with(session, backoff, acquisition);

		assertThat(this.policy.decide(state, after(second))).isEqualTo(expected);
	}

	@Test
	void whenClosedThenEverythingIsRefused() {
		assertThat(this.policy.decide(INITIAL.with(session(30), null, null).closed(START), START))
			.isEqualTo(Decision.FAIL_FAST);
	}

	@ParameterizedTest
	@CsvSource({ "30, 1770, 1485", "1, 54, 49.5", "2, 108, 99", "5, 270, 247.5", "1440, 86370, 71280" })
	void whenLifetimesAreUnusualThenTheMarginIsLimitedAndRenewalIsDueBeforeIt(int minutes, double usable, double due) {
		CachedSession session = session(minutes);

		assertThat(session.maxAgeNanos() / 1e9).isEqualTo(usable);
		assertThat(session.renewalAgeNanos() / 1e9).isEqualTo(due);
	}

	@ParameterizedTest
	@CsvSource({ "0, 24.0", "0.5, 24.75", "0.999999999, 25.5" })
	void whenRenewalIsJitteredThenItStaysInItsRange(double random, double minutes) {
		SessionPolicy jittered = new SessionPolicy(SessionFixture.SETTINGS, () -> random);
		CachedSession session = jittered.cache(acquired(30), SessionFixture.credentials("p")::equals, 1, START);

		assertThat(session.renewalAgeNanos() / 60e9).isCloseTo(minutes, offset(0.001));
	}

	@Test
	void whenARenewalFailsThenTheNextAttemptIsNotAfterTheEndOfTheSession() {
		SessionState state = INITIAL.with(session(30), null, null);
		ClockReading late = after(1769);
		ConnectUnavailableException failure = new ConnectUnavailableException("down",
				ConnectFailure.transientFailure(null, null));
		BackoffState backoff = new BackoffState(failure, late, 0, 9, 0, null, 0, late.nanos());

		assertThat(this.policy.backoff(state.with(state.session(), backoff, null), failure, null, IDENTITIES, late)
			.delayNanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
	}

	@ParameterizedTest
	@CsvSource({ "0, 800", "0.25, 900", "0.5, 1000", "0.999999999, 1199" })
	void whenTheBackoffIsJitteredThenItVariesInBothDirections(double random, long millis) {
		SessionPolicy jittered = new SessionPolicy(SessionFixture.SETTINGS, () -> random);
		ConnectUnavailableException failure = new ConnectUnavailableException("down",
				ConnectFailure.transientFailure(null, null));

		assertThat(jittered.backoff(INITIAL, failure, null, IDENTITIES, START).delayNanos() / 1_000_000)
			.isEqualTo(millis);
	}

	@Test
	void whenTheServerSentRetryAfterThenTheEndOfTheSessionDoesNotShortenIt() {
		ConnectUnavailableException failure = new ConnectUnavailableException("busy",
				ConnectFailure.transientFailure(null, null).withRetryAfter(Duration.ofMinutes(10)));

		assertThat(this.policy.backoff(INITIAL.with(session(30), null, null), failure, null, IDENTITIES, after(1769))
			.delayNanos()).isEqualTo(Duration.ofMinutes(10).toNanos());
	}

	private CachedSession session(int minutes) {
		return this.policy.cache(acquired(minutes), SessionFixture.credentials("p")::equals, 1, START);
	}

	private static SessionAcquirer.Result acquired(int minutes) {
		return new SessionAcquirer.Result(ConnectSession.of("token", Duration.ofMinutes(minutes)), false, START);
	}

	/** A back-off of one minute. */
	private static BackoffState backoff(int second) {
		ClockReading at = after(second);
		return new BackoffState(new ConnectUnavailableException("down", ConnectFailure.transientFailure(null, null)),
				at, Duration.ofMinutes(1).toNanos(), 1, 0, null, 0, at.nanos());
	}

	/** The monotonic clock overflows after a few seconds. */
	private static ClockReading after(int seconds) {
		return new ClockReading(START.nanos() + seconds * 1_000_000_000L, START.millis() + seconds * 1000L);
	}

}
