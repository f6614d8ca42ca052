package io.github.connectapi.session;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.connectapi.ConnectSession;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a session's age is reckoned from two clocks, of which either may lie.
 */
class CachedSessionTests {

	private static final ClockReading SENT = new ClockReading(0, 1_000_000);

	private final CachedSession lease = CachedSession.of(
			new Acquired(ConnectSession.of("token", Duration.ofMinutes(30)), false, SENT),
			SessionFixture.credentials("p"), 1, Duration.ofMinutes(24).toNanos(), Duration.ofMinutes(29).toNanos());

	@ParameterizedTest
	@CsvSource({ "0, true", "999, true", "1000, false", "-1, false", "-9223372036854775808, false",
			"9223372036853775807, false" })
	void whenTheWallClockReadsThenTheLeaseCoversASecond(long millis, boolean covered) {
		assertThat(this.lease.covers(SENT.millis() + millis)).isEqualTo(covered);
	}

	@ParameterizedTest
	@CsvSource({ "1000, 1000, 1000", "1000, 5000, 5000", "5000, 1000, 5000", "1000, -3600000, 1000", "0, -1000, 0",
			"0, 7200000, 7200000" })
	void whenTheClocksDisagreeThenTheSessionIsOlder(long monotonic, long wall, long age) {
		ClockReading now = new ClockReading(monotonic * 1_000_000, SENT.millis() + wall);

		assertThat(this.lease.age(now)).isEqualTo(age * 1_000_000);
	}

	@Test
	void whenLeasedAnewThenTheAgeNeverShrinks() {
		CachedSession suspended = this.lease.from(new ClockReading(0, SENT.millis() + 60_000));
		CachedSession steppedBack = suspended.from(new ClockReading(0, SENT.millis()));

		assertThat(steppedBack.age(new ClockReading(0, SENT.millis()))).isEqualTo(Duration.ofMinutes(1).toNanos());
	}

	@Test
	void whenTheEndIsNearThenTheLeaseIsShorter() {
		CachedSession last = this.lease
			.from(new ClockReading(Duration.ofMinutes(29).minusMillis(10).toNanos(), SENT.millis()));

		assertThat(last.covers(SENT.millis() + 9)).isTrue();
		assertThat(last.covers(SENT.millis() + 10)).isFalse();
	}

	@Test
	void whenTheWallClockJumpsByCenturiesThenNothingOverflows() {
		ClockReading absurd = new ClockReading(0, Long.MAX_VALUE);

		assertThat(this.lease.from(absurd).isUsable(absurd)).isFalse();
		assertThat(this.lease.from(absurd).from(absurd).age(new ClockReading(1, Long.MAX_VALUE))).isPositive();
	}

	@ParameterizedTest
	@CsvSource({ "20, false", "19, false", "21, true" })
	void whenRenewedThenTheNewExpiryMustBeLater(int minutes, boolean extended) {
		ClockReading tenMinutesLater = new ClockReading(Duration.ofMinutes(10).toNanos(), SENT.millis());
		ConnectSession renewed = ConnectSession.of("another", Duration.ofMinutes(minutes));

		assertThat(this.lease.isExtendedBy(renewed, tenMinutesLater)).isEqualTo(extended);
	}

	@ParameterizedTest
	@CsvSource({ "-1, true", "0, false" })
	void whenExpiredThenTheServerWouldNotRenewIt(long nanosPastExpiry, boolean renewable) {
		CachedSession renewing = CachedSession.of(
				new Acquired(this.lease.session().withSecureToken("secure"), false, SENT), this.lease.credentials(), 1,
				0, 0);
		ClockReading now = new ClockReading(Duration.ofMinutes(30).toNanos() + nanosPastExpiry, SENT.millis());

		assertThat(renewing.isRenewable(now, this.lease.credentials())).isEqualTo(renewable);
	}

}
