package io.github.connectapi.fleet;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Renewal;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for renewals.
 */
@Order(1)
class RenewalTests {

	static Stream<Arguments> storesAndRenewals() {
		return StoreUnderTest.all()
			.flatMap((store) -> Stream.of(Renewal.values()).map((renewal) -> Arguments.of(store, renewal)));
	}

	@ParameterizedTest(name = "{0}, {1}")
	@MethodSource("storesAndRenewals")
	@EnabledIfSystemProperty(named = "fleet", matches = "all")
	void whenSessionIsDueThenOneInstanceRenewsIt(StoreUnderTest store, Renewal renewal) {
		try (Fleet fleet = Fleet.start("4 JVMs, 1-minute tokens, 150 s, " + renewal, store,
				FakeConnectServer.builder().tokenLifetimeMinutes(1).renewal(renewal))) {
			List<Instance> instances = fleet.start(4, fleet.options());
			assertThat(Fleet.sessions(instances)).hasSize(1);
			Fleet.startCalls(instances, Duration.ofMillis(200));
			Waiting.pause(Duration.ofSeconds(150));
			int failed = Fleet.stopCalls(instances);
			// A renewal is due after 48 to 51 seconds.
			fleet.conclude(Expectation.logins(1).renewals(2, 3), failed);
			Fleet.awaitOneSession(instances, Duration.ofSeconds(20));
		}
	}

	@LongRowTest
	void whenClocksAreTenMinutesApartThenOneInstanceLogsInAndRenews(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("clocks 10 minutes apart", store,
				FakeConnectServer.builder().tokenLifetimeMinutes(1))) {
			InstanceOptions options = fleet.options().withRenewAt(0.4).withPollInterval(Duration.ofSeconds(2));
			Duration tenMinutes = Duration.ofMinutes(10);
			List<Instance> instances = List.of(fleet.start(options.withClockAhead(tenMinutes)), fleet.start(options),
					fleet.start(options.withClockAhead(tenMinutes.negated())));
			assertThat(Fleet.sessions(instances)).hasSize(1);
			Fleet.startCalls(instances, Duration.ofMillis(200));
			// The renewal is due after 24 to 27 seconds.
			Waiting.until("renewed", Duration.ofSeconds(40), () -> fleet.renewals() > 0);
			Fleet.awaitOneSession(instances, Duration.ofSeconds(10));
			fleet.conclude(Expectation.logins(1).renewals(1), Fleet.stopCalls(instances));
		}
	}

}
