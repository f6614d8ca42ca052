package io.github.connectapi.session;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.session.ConnectSessionSnapshot.State;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.Renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Unusual lifetimes, clocks and responses.
 */
class UnusualTimingTests {

	@ParameterizedTest
	@CsvSource({ "1, false", "1, true", "2, false", "7, true", "30, true", "1440, false", "1440, true" })
	void whenLifetimesAreUnusualThenEachDueRenewalIsSent(int minutes, boolean text) {
		try (SessionFixture fixture = SessionFixture
			.with((server) -> server.tokenLifetimeMinutes(minutes).durationAsString(text), (manager) -> manager)) {
			fixture.manager.getSession();
			fixture.time.advance(Duration.ofMinutes(60L * minutes));

			assertThat(fixture.renewals()).as("each at 82.5 % of a lifetime, in 60 of them").isEqualTo(72);
			assertThat(fixture.logins()).isOne();
			assertThat(fixture.server.accepts(fixture.manager.getSession().token().reveal())).isTrue();
		}
	}

	@Test
	void whenRenewalsDoNotExtendTheSessionThenEachIsFollowedByALogin() {
		try (SessionFixture fixture = SessionFixture.create()) {
			fixture.server.always("RenewSession", Fault.normal().set("/RenewSessionResult/TokenDurationMinutes", 1));
			fixture.manager.getSession();
			fixture.time.advance(SessionFixture.DUE.multipliedBy(48));

			assertThat(fixture.renewals()).isEqualTo(48);
			assertThat(fixture.logins()).isEqualTo(49);
		}
	}

	@Test
	void whenFiveHundredInstancesStartTogetherThenTheirRenewalsAreSpread() {
		Random random = new Random(22);
		SessionPolicy policy = new SessionPolicy(SessionSettings.defaults(), random::nextDouble);
		ClockReading start = new ClockReading(0, 0);
		SessionAcquirer.Result acquired = new SessionAcquirer.Result(ConnectSession.of("token", Duration.ofMinutes(30)),
				false, start);
		int[] perTenSeconds = new int[9];
		for (int instance = 0; instance < 500; instance++) {
			CachedSession session = policy.cache(acquired, SessionFixture.credentials("p")::equals, 1, start);
			perTenSeconds[(int) ((session.renewalAgeNanos() - Duration.ofMinutes(24).toNanos()) / 10_000_000_000L)]++;
		}

		assertThat(IntStream.of(perTenSeconds)).as("of 56 on average in 10 s, over 90 s")
			.allMatch((n) -> n < 90 && n > 25);
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 1 })
	void whenTheWallClockStepsByAnHourThenAtMostOneRequestIsSent(int hours) {
		try (SessionFixture fixture = SessionFixture.create()) {
			fixture.manager.getSession();
			fixture.time.adjustWallClock(Duration.ofHours(hours));
			fixture.manager.getSession();
			fixture.manager.getSession();

			assertThat(fixture.server.requests()).hasSizeLessThanOrEqualTo(2);
			fixture.time.advance(SessionFixture.DUE);
			assertThat(fixture.server.requests()).hasSizeLessThanOrEqualTo(3);
		}
	}

	@Test
	void whenTheResponseOfARenewalIsLostThenTheOldSessionIsKeptUntilItIsRejected() {
		try (SessionFixture fixture = SessionFixture.with((server) -> server.renewal(Renewal.NEW_PAIR_OLD_REVOKED),
				(manager) -> manager)) {
			ConnectSession first = fixture.manager.getSession();
			fixture.server.enqueue("RenewSession", Fault.dropResponse());
			fixture.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));
			fixture.manager.renew();
			assertThat(fixture.manager.getSession()).isSameAs(first);
			assertThat(fixture.server.accepts(first.token().reveal())).isFalse();
			fixture.server.clearFaults();
			fixture.server.clearRequests();
			fixture.manager.invalidate(first);
			fixture.time.advance(Duration.ofSeconds(2));

			assertThat(fixture.server.accepts(fixture.manager.getSession().token().reveal())).isTrue();
			assertThat(fixture.logins()).isOne();
			assertThat(fixture.renewals()).isZero();
		}
	}

	@Test
	void whenTheApiIsDownFromRenewalToExpiryThenRequestsAreFewAndTheLastIsAtTheEnd() {
		try (SessionFixture fixture = SessionFixture.create()) {
			fixture.manager.getSession();
			fixture.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(404));
			fixture.server.clearRequests();
			fixture.time.advance(SessionFixture.DUE);
			for (int second = 0; second < 284; second++) {
				assertThat(fixture.manager.getSession()).isNotNull();
				fixture.time.advance(Duration.ofSeconds(1));
			}
			assertThat(fixture.logins()).as("at 0, 1, 3, 7, 15, 31, 63, 123, 183 and 243 s").isEqualTo(10);
			fixture.time.advance(Duration.ofSeconds(1));

			assertThat(fixture.logins()).isEqualTo(11);
			assertThat(catchThrowable(fixture.manager::getSession)).isNotNull();
		}
	}

	@Test
	void whenTheServerIsOverloadedForOtherCredentialsThenItsRetryAfterApplies() {
		try (SessionFixture fixture = SessionFixture.create()) {
			fixture.credentials.set(SessionFixture.credentials("wrong"));
			catchThrowable(fixture.manager::getSession);
			fixture.credentials.set(SessionFixture.credentials("fake-user-password"));
			fixture.server.always("CreateSession", Fault.status(429).retryAfter("1800"));
			fixture.time.advance(Duration.ofMinutes(1));
			assertThat(fixture.logins()).isEqualTo(2);
			fixture.time.advance(Duration.ofMinutes(29));
			assertThat(fixture.logins()).as("nothing earlier").isEqualTo(2);
			fixture.server.clearFaults();
			fixture.time.advance(Duration.ofMinutes(1));

			assertThat(fixture.manager.snapshot().state()).isEqualTo(State.VALID);
		}
	}

}
