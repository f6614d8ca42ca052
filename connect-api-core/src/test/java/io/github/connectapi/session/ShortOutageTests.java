package io.github.connectapi.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.retry.RetrySettings;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The default intervals in an outage of up to three seconds: for any jitter, few requests
 * are sent and the end is noticed soon.
 */
class ShortOutageTests {

	private static final Duration OUTAGE = Duration.ofSeconds(3);

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.5, 0.999999 })
	void whenTheJitterIsExtremeThenAtMostFiveRequestsAreSentAndTheRecoveryTakesASecond(double jitter) {
		SessionFixture fixture = fixture(() -> jitter);
		for (int millis = 1; millis < 3000; millis += 50) {
			assertFewRequestsAndFastRecovery(Duration.ofMillis(millis), fixture);
		}
		fixture.close();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void whenTheJitterIsRandomThenAtMostFiveRequestsAreSentAndTheRecoveryTakesASecond(long seed) {
		Random random = new Random(seed);
		SessionFixture fixture = fixture(random::nextDouble);
		assertFewRequestsAndFastRecovery(Duration.ofMillis(1 + random.nextInt(2900)), fixture);
		fixture.close();
	}

	private static void assertFewRequestsAndFastRecovery(Duration early, SessionFixture fixture) {
		fixture.manager.getSession();
		int before = fixture.renewals();
		Instant due = fixture.manager.snapshot().renewalDueAt();
		Duration untilOutage = Duration.between(fixture.time.clock().instant(), due).minus(early);
		at(fixture, untilOutage, () -> fixture.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503)));
		at(fixture, untilOutage.plus(OUTAGE), fixture.server::clearFaults);
		fixture.time.advance(untilOutage.plus(OUTAGE).plusSeconds(10));

		assertThat(fixture.renewals() - before - 1).isBetween(1, 5);
		assertThat(fixture.manager.snapshot().lastSuccessAt()).isBetween(due,
				due.minus(early).plus(OUTAGE).plusSeconds(1));
	}

	private static void at(SessionFixture fixture, Duration delay, Runnable task) {
		fixture.time.scheduler().schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
	}

	private static SessionFixture fixture(DoubleSupplier random) {
		return SessionFixture.with((server) -> server,
				(manager) -> manager.settings(SessionSettings.defaults()).retry(RetrySettings.defaults()), random);
	}

}
