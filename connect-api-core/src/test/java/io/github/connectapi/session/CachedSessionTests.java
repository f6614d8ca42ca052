package io.github.connectapi.session;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.connectapi.ConnectSession;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The age of a session is computed from two clocks, either of which may be wrong.
 */
class CachedSessionTests {

	private static final ClockReading SENT_AT = new ClockReading(0, 1_000_000);

	private final CachedSession cached = CachedSession.of(
			new SessionAcquirer.Result(ConnectSession.of("token", Duration.ofMinutes(30)), false, SENT_AT),
			SessionFixture.credentials("p")::equals, 1, Duration.ofMinutes(24).toNanos(),
			Duration.ofMinutes(29).toNanos());

	@ParameterizedTest
	@CsvSource({ "0, true", "999, true", "1000, false", "-1, false", "-9223372036854775808, false",
			"9223372036853775807, false" })
	void whenTheAgeWasComputedThenTheSessionIsFreshForASecond(long millis, boolean fresh) {
		assertThat(this.cached.isFresh(SENT_AT.millis() + millis)).isEqualTo(fresh);
	}

	@ParameterizedTest
	@CsvSource({ "1000, 1000, 1000", "1000, 5000, 5000", "5000, 1000, 5000", "1000, -3600000, 1000", "0, -1000, 0",
			"0, 7200000, 7200000" })
	void whenTheClocksDisagreeThenTheLargerAdvanceCounts(long monotonic, long wall, long age) {
		ClockReading now = new ClockReading(monotonic * 1_000_000, SENT_AT.millis() + wall);

		assertThat(this.cached.age(now)).isEqualTo(age * 1_000_000);
	}

	@Test
	void whenTheAgeIsComputedAgainThenItNeverDecreases() {
		CachedSession suspended = this.cached.withAge(new ClockReading(0, SENT_AT.millis() + 60_000));
		CachedSession steppedBack = suspended.withAge(new ClockReading(0, SENT_AT.millis()));

		assertThat(steppedBack.age(new ClockReading(0, SENT_AT.millis()))).isEqualTo(Duration.ofMinutes(1).toNanos());
	}

	@Test
	void whenTheEndIsNearThenTheSessionIsFreshForLess() {
		CachedSession last = this.cached
			.withAge(new ClockReading(Duration.ofMinutes(29).minusMillis(10).toNanos(), SENT_AT.millis()));

		assertThat(last.isFresh(SENT_AT.millis() + 9)).isTrue();
		assertThat(last.isFresh(SENT_AT.millis() + 10)).isFalse();
	}

	@Test
	void whenTheWallClockJumpsByCenturiesThenNothingOverflows() {
		ClockReading distant = new ClockReading(0, Long.MAX_VALUE);

		assertThat(this.cached.withAge(distant).isUsable(distant)).isFalse();
		assertThat(this.cached.withAge(distant).withAge(distant).age(new ClockReading(1, Long.MAX_VALUE))).isPositive();
	}

	@ParameterizedTest
	@CsvSource({ "20, false", "19, false", "21, true" })
	void whenRenewedThenTheNewExpiryMustBeLater(int minutes, boolean extended) {
		ClockReading tenMinutesLater = new ClockReading(Duration.ofMinutes(10).toNanos(), SENT_AT.millis());
		ConnectSession renewed = ConnectSession.of("another", Duration.ofMinutes(minutes));

		assertThat(this.cached.isExtendedBy(renewed, tenMinutesLater)).isEqualTo(extended);
	}

	@ParameterizedTest
	@CsvSource({ "-1, true", "0, false" })
	void whenExpiredThenItIsNotRenewable(long nanosPastExpiry, boolean expected) {
		CachedSession renewable = CachedSession.of(
				new SessionAcquirer.Result(this.cached.session().withSecureToken("secure"), false, SENT_AT),
				this.cached.credentials(), 1, 0, 0);
		ClockReading now = new ClockReading(Duration.ofMinutes(30).toNanos() + nanosPastExpiry, SENT_AT.millis());

		assertThat(renewable.isRenewable(now, SessionFixture.credentials("p"))).isEqualTo(expected);
	}

}
