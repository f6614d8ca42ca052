package io.github.connectapi.fleet;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Order;

import io.github.connectapi.test.FakeConnectServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for stores that do not respond.
 */
@Order(2)
class OutageTests {

	private static final Duration INTERVAL = Duration.ofMillis(100);

	private static final Duration FORTY_SECONDS = Duration.ofSeconds(40);

	@OutageRowTest
	void whenStoreHangsAcrossARenewalThenEachInstanceRenewsItsOwnSession(StoreUnderTest store) {
		try (Fleet fleet = oneMinute("store hangs 15 s across a renewal", store)) {
			List<Instance> instances = instances(fleet);
			Waiting.pause(Duration.ofSeconds(44));
			fleet.store().pause();
			Waiting.pause(Duration.ofSeconds(15));
			fleet.store().resume();
			concludeAfterOutage(fleet, instances);
		}
	}

	@OutageRowTest
	void whenStoreIsDownAcrossARenewalThenEachInstanceRenewsItsOwnSession(StoreUnderTest store) {
		try (Fleet fleet = oneMinute("store down 20 s across a renewal", store)) {
			List<Instance> instances = instances(fleet);
			Waiting.pause(Duration.ofSeconds(40));
			fleet.store().stop();
			Waiting.pause(Duration.ofSeconds(20));
			fleet.store().startEmpty();
			concludeAfterOutage(fleet, instances);
		}
	}

	private static Fleet oneMinute(String row, StoreUnderTest store) {
		return Fleet.start(row, store, FakeConnectServer.builder().tokenLifetimeMinutes(1));
	}

	private static List<Instance> instances(Fleet fleet) {
		List<Instance> instances = fleet.start(3, fleet.options());
		assertThat(Fleet.sessions(instances)).hasSize(1);
		Fleet.startCalls(instances, INTERVAL);
		return instances;
	}

	/** Expect a renewal of each instance during the outage, and one session again. */
	private static void concludeAfterOutage(Fleet fleet, List<Instance> instances) {
		Fleet.awaitOneSession(instances, FORTY_SECONDS);
		fleet.conclude(Expectation.logins(1).renewals(3, 4), Fleet.stopCalls(instances));
	}

	@OutageRowTest
	void whenStoreIsDownAtAColdStartThenEachInstanceLogsIn(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("store down at a cold start", store)) {
			fleet.store().stop();
			List<Instance> instances = fleet.start(3, coldStart(fleet));
			assertThat(Fleet.sessions(instances)).hasSize(3).noneMatch((session) -> session.startsWith("failed"));
			Fleet.startCalls(instances, INTERVAL);
			fleet.store().startEmpty();
			Fleet.awaitOneSession(instances, FORTY_SECONDS);
			fleet.conclude(Expectation.logins(3), Fleet.stopCalls(instances));
		}
	}

	@OutageRowTest
	void whenStoreIsDownAtAColdStartAndInstancesWaitThenOneLogsInLater(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("store down at a cold start, instances wait", store)) {
			fleet.store().stop();
			List<Instance> instances = fleet.start(3, coldStart(fleet).withWaitForStore());
			assertThat(Fleet.sessions(instances)).allMatch((session) -> session.startsWith("failed"));
			assertThat(fleet.logins()).isZero();
			fleet.store().startEmpty();
			Fleet.awaitOneSession(instances, FORTY_SECONDS);
			fleet.conclude(Expectation.logins(1));
		}
	}

	@OutageRowTest
	void whenStoreIsDownAndPasswordIsWrongThenEachStartLogsInOnce(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("store down, wrong password, 3 starts", store)) {
			fleet.store().stop();
			InstanceOptions wrong = coldStart(fleet).withUserPassword("wrong");
			List<Instance> instances = fleet.start(3, wrong);
			for (int i = 0; i < 3; i++) {
				assertThat(Fleet.sessions(instances)).allMatch((session) -> session.startsWith("failed"));
			}
			fleet.conclude(Expectation.logins(3));
		}
	}

	@OutageRowTest
	void whenStoreIsDownAndPasswordIsWrongAndInstancesWaitThenNoneLogsIn(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("store down, wrong password, instances wait", store)) {
			fleet.store().stop();
			InstanceOptions wrong = coldStart(fleet).withUserPassword("wrong").withWaitForStore();
			List<Instance> instances = fleet.start(2, wrong);
			assertThat(Fleet.sessions(instances)).allMatch((session) -> session.startsWith("failed"));
			fleet.conclude(Expectation.logins(0));
		}
	}

	private static InstanceOptions coldStart(Fleet fleet) {
		return fleet.options()
			.withConnectTimeout(Duration.ofSeconds(3))
			.withTimeout(Duration.ofMillis(500))
			.withPollInterval(Duration.ofSeconds(2));
	}

}
