package io.github.connectapi.observation;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Observations that an application disabled by name.
 */
@Timeout(60)
class DisabledObservationTests {

	private static final ConnectObservationConvention CUSTOM = new DefaultConnectObservationConvention();

	@ParameterizedTest
	@EnumSource
	void whenOneIsDisabledByNameThenTheOthersRemain(ConnectObservationDocumentation disabled) {
		assertThat(observed(disabled, null)).containsAll(others(disabled)).doesNotContain(disabled);
	}

	@ParameterizedTest
	@EnumSource
	void whenThereIsAConventionThenTheNameDisablesAsWell(ConnectObservationDocumentation disabled) {
		assertThat(observed(disabled, CUSTOM)).containsAll(others(disabled)).doesNotContain(disabled);
	}

	private static List<ConnectObservationDocumentation> observed(ConnectObservationDocumentation disabled,
			@Nullable ConnectObservationConvention convention) {
		try (ObservationFixture fixture = ObservationFixture.withThreads(convention)) {
			fixture.registry.observationConfig()
				.observationPredicate((name, context) -> !disabled.getName().equals(name));
			fixture.callGetCountries();
			fixture.failToWaitForExchange();
			fixture.failToDownload(convention);
			fixture.failToBuy(convention);
			return fixture.observed.stream().map(ConnectObservationContext::observation).toList();
		}
	}

	private static List<ConnectObservationDocumentation> others(ConnectObservationDocumentation disabled) {
		return Stream.of(ConnectObservationDocumentation.values()).filter((each) -> each != disabled).toList();
	}

}
