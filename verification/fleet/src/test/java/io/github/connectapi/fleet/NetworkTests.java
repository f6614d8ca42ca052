package io.github.connectapi.fleet;

import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for instances in a network of their own.
 */
class NetworkTests {

	@LongRowTest
	void whenOneInstanceCannotReachTheServerThenTheOthersDoNotNotice(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("one instance without a way to the server", store)) {
			Instance isolated = fleet.start(fleet.options()
				.withProxyPort(FreePorts.next())
				.withAcquisitionTimeout(Duration.ofSeconds(5))
				.withPollInterval(Duration.ofSeconds(2)));
			assertThat(isolated.session()).startsWith("failed ConnectUnavailable");
			List<Instance> others = fleet.start(2, fleet.options().withPollInterval(Duration.ofSeconds(2)));
			Fleet.startCalls(others, Duration.ofMillis(100));
			Fleet.awaitOneSession(List.of(others.get(0), others.get(1), isolated), Duration.ofSeconds(20));
			isolated.renew();
			assertThat(isolated.call()).startsWith("failed ConnectUnavailable");
			assertThat(Fleet.sessions(others)).hasSize(1);
			fleet.conclude(Expectation.logins(1), Fleet.stopCalls(others));
		}
	}

	@LongRowTest
	void whenTokensAreBoundToANetworkThenEachNetworkHasItsSession(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("F1: tokens bound to a network", store);
				OtherNetwork network = new OtherNetwork()) {
			List<Instance> instances = fleet.start(2, fleet.options());
			assertThat(Fleet.calls(instances)).containsOnly("ok");
			Instance apart = fleet.start(fleet.options().withProxyPort(network.port()));
			for (int i = 0; i < 5; i++) {
				assertThat(apart.call()).isEqualTo("ok");
				assertThat(Fleet.calls(instances)).containsOnly("ok");
			}
			assertThat(Fleet.sessions(instances)).hasSize(1).doesNotContain(apart.session());
			assertThat(apart.log()).contains("Connect session of other instances is rejected here");
			fleet.conclude(Expectation.logins(2));
		}
	}

}
