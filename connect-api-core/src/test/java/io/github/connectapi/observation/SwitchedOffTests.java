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
 * An application switches observations off by their names.
 */
@Timeout(60)
class SwitchedOffTests {

	private static final ConnectObservationConvention OWN = new ConnectObservationConvention() {
	};

	@ParameterizedTest
	@EnumSource
	void whenOneIsSwitchedOffByItsNameThenTheOthersRemain(ConnectObservation off) {
		assertThat(observed(off, ConnectObservations::of)).containsAll(others(off)).doesNotContain(off);
	}

	@ParameterizedTest
	@EnumSource
	void whenThereIsAConventionThenTheNameSwitchesOffAllTheSame(ConnectObservation off) {
		assertThat(observed(off, (registry) -> ConnectObservations.of(registry, OWN))).containsAll(others(off))
			.doesNotContain(off);
	}

	private static List<ConnectObservation> observed(ConnectObservation off,
			Function<ObservationRegistry, ConnectObservations> observing) {
		try (ObservedFixture fixture = ObservedFixture.withThreads((registry) -> {
			registry.observationConfig().observationPredicate((name, context) -> !off.getName().equals(name));
			return observing.apply(registry);
		})) {
			fixture.callGetCountries();
			return fixture.observed.stream().map(ConnectObservationContext::observation).toList();
		}
	}

	private static List<ConnectObservation> others(ConnectObservation off) {
		return Stream.of(ConnectObservation.values()).filter((each) -> each != off).toList();
	}

}
