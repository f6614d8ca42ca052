package io.github.connectapi.samples.fleet;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.connectapi.test.cli.FakeConnectMain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Fleet} and {@link Await}.
 */
class FleetTests {

	@TempDir
	private Path logs;

	private Fleet fleet = new Fleet("", Path.of(""));

	@AfterEach
	void close() {
		this.fleet.close();
	}

	private Fleet fleet(String mainClass) {
		this.fleet = new Fleet(mainClass, this.logs);
		return this.fleet;
	}

	@Test
	void whenClosedThenAllProcessesHaveEndedAndNoneIsStarted() {
		fleet(FakeConnectMain.class.getName());
		List<Instance> instances = List.of(this.fleet.start(1, Map.of()), this.fleet.start(2, Map.of()));
		assertThat(instances).allMatch(Instance::isAlive);

		this.fleet.close();

		assertThat(instances).noneMatch(Instance::isAlive);
		assertThatIllegalStateException().isThrownBy(() -> this.fleet.start(1, Map.of()))
			.withMessage("The story has ended");
	}

	@Test
	void whenAProcessEndsAtItsStartThenItsLogIsNamed() {
		Instance instance = fleet("NoSuchClass").start(1, Map.of());

		assertThatIllegalStateException().isThrownBy(instance::awaitStart)
			.withMessageContaining("Instance 1 ended when it started")
			.withMessageContaining("01-instance-1.log");
		assertThat(instance.hasLogged("NoSuchClass")).isTrue();
	}

	@Test
	void whenAConditionIsNotFulfilledThenItIsNamed() {
		assertThatIllegalStateException().isThrownBy(() -> Await.until("It works", Duration.ZERO, () -> false))
			.withMessage("Not within 0 s: It works");
	}

}
