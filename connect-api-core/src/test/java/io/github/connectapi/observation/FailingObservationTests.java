package io.github.connectapi.observation;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationRegistry.ObservationConfig;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.StringUtils;

import static io.github.connectapi.observation.ConnectObservationDocumentation.CALL;
import static io.github.connectapi.observation.ConnectObservationDocumentation.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Observations that cannot be created do not affect what is observed.
 */
@Timeout(60)
class FailingObservationTests {

	static Stream<Named<Consumer<ObservationConfig>>> brokenConfigurations() {
		return Stream
			.of(IllegalStateException::new, StackOverflowError::new,
					(Supplier<Throwable>) () -> new NoClassDefFoundError("half a deployment"))
			.flatMap((failure) -> Stream.of(
					Named.of("predicate", (config) -> config.observationPredicate((name, context) -> fail(failure))),
					Named.of("filter", (config) -> config.observationFilter((context) -> {
						fail(failure);
						return context;
					})), Named.of("handler", (config) -> config.observationHandler((context) -> fail(failure))),
					Named.of("name", (config) -> config.observationConvention(new BrokenConvention(failure, true))),
					Named.of("context",
							(config) -> config.observationConvention(new BrokenConvention(failure, false)))));
	}

	@ParameterizedTest
	@MethodSource("brokenConfigurations")
	@ExtendWith(OutputCaptureExtension.class)
	void whenTheConfigurationOfTheRegistryThrowsThenTheCallSucceeds(Consumer<ObservationConfig> broken,
			CapturedOutput output) {
		try (ObservationFixture fixture = ObservationFixture.withThreads()) {
			broken.accept(fixture.registry.observationConfig());
			fixture.callGetCountries();
			assertThat(fixture.manager.getSessionAsync()).succeedsWithin(Duration.ofSeconds(20));

			assertThat(fixture.server.count("GetCountries")).isOne();
			assertThat(fixture.manager.snapshot().generation()).isOne();
			assertThat(fixture.registry.getCurrentObservationScope()).isNull();
			assertThat(StringUtils.countOccurrencesOf(output.toString(), "Connect observation failed")).isOne();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " " })
	void whenTheNameIsBlankThenTheCallSucceeds(String name) {
		try (ObservationFixture fixture = ObservationFixture.with(new DefaultConnectObservationConvention() {
			@Override
			public String getName() {
				return name;
			}
		})) {
			fixture.callGetCountries();
			assertThat(fixture.server.count("GetCountries")).isOne();
		}
	}

	@Test
	void whenTheRegistryThrowsThenTheTaskRuns() throws Exception {
		ObservationRegistry broken = (ObservationRegistry) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { ObservationRegistry.class }, (proxy, method, arguments) -> switch (method.getName()) {
					case "hashCode" -> 1;
					case "equals" -> proxy == arguments[0];
					case "isNoop" -> false;
					default -> throw new IllegalStateException(method.getName());
				});
		ConnectObservations observations = ConnectObservations.of(broken, null);
		assertThat(observations.<String>observe(CALL, null, null, (context) -> "result")).isEqualTo("result");
		observations.start(WAIT).accept(null);
		AtomicBoolean ran = new AtomicBoolean();
		observations.wrap(() -> ran.set(true)).run();
		assertThat(ran).isTrue();
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> boolean fail(Supplier<Throwable> failure) throws T {
		throw (T) failure.get();
	}

	/** Global convention that throws when its name or its support is asked for. */
	private static final class BrokenConvention implements GlobalObservationConvention<Observation.Context> {

		private final Supplier<Throwable> failure;

		private final boolean name;

		BrokenConvention(Supplier<Throwable> failure, boolean name) {
			this.failure = failure;
			this.name = name;
		}

		@Override
		public String getName() {
			return String.valueOf(fail(this.failure));
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return this.name || fail(this.failure);
		}

	}

}
