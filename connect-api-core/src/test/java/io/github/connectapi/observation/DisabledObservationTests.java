package io.github.connectapi.observation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Observations that an application disabled by name.
 */
@Timeout(60)
class DisabledObservationTests {

	private static final ConnectObservationConvention CUSTOM = new ConnectObservationConvention() {
	};

	@ParameterizedTest
	@EnumSource
	void whenOneIsDisabledByNameThenTheOthersRemain(ConnectObservation disabled) {
		assertThat(observed(disabled, ConnectObservations::of)).containsAll(others(disabled)).doesNotContain(disabled);
	}

	@ParameterizedTest
	@EnumSource
	void whenThereIsAConventionThenTheNameDisablesAsWell(ConnectObservation disabled) {
		assertThat(observed(disabled, (registry) -> ConnectObservations.of(registry, CUSTOM)))
			.containsAll(others(disabled))
			.doesNotContain(disabled);
	}

	private static List<ConnectObservation> observed(ConnectObservation disabled,
			Function<ObservationRegistry, ConnectObservations> factory) {
		try (ObservationFixture fixture = ObservationFixture.withThreads((registry) -> {
			registry.observationConfig().observationPredicate((name, context) -> !disabled.getName().equals(name));
			return factory.apply(registry);
		})) {
			fixture.callGetCountries();
			return fixture.observed.stream().map(ConnectObservationContext::observation).toList();
		}
	}

	private static List<ConnectObservation> others(ConnectObservation disabled) {
		return Stream.of(ConnectObservation.values()).filter((each) -> each != disabled).toList();
	}

}
