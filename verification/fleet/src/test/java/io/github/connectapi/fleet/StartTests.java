package io.github.connectapi.fleet;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for instances that start.
 */
class StartTests {

	@ParameterizedTest
	@MethodSource("io.github.connectapi.fleet.StoreUnderTest#all")
	void whenEightInstancesStartAtTheSameTimeThenOneLogsIn(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("8 cold JVMs", store)) {
			List<Instance> instances = fleet.start(8, fleet.options());
			assertThat(Fleet.sessions(instances)).hasSize(1).noneMatch((token) -> token.startsWith("failed"));
			fleet.conclude(Expectation.logins(1));
		}
	}

}
