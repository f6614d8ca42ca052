package io.github.connectapi.autoconfigure.observation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.github.connectapi.autoconfigure.FakeApplication;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.observation.ConnectObservationConvention;
import io.github.connectapi.observation.DefaultConnectObservationConvention;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.test.FakeConnectServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for observations with the registry of the application.
 */
class ObservationBeanTests {

	private final FakeConnectServer server = FakeConnectServer.start();

	private final List<String> names = new CopyOnWriteArrayList<>();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenThereIsARegistryThenClientManagerAndApiAreObserved() {
		FakeApplication.of(this.server).withBean(ObservationRegistry.class, this::registry).run((context) -> {
			call(context.getBean(ConnectApi.class));

			assertThat(this.names).contains("getty.connect.exchange", "getty.connect.acquisition", "getty.connect.wait",
					"getty.connect.call");
		});
	}

	@Test
	void whenThereIsAConventionThenItIsUsed() {
		FakeApplication.of(this.server)
			.withBean(ObservationRegistry.class, this::registry)
			.withUserConfiguration(ConventionConfiguration.class)
			.run((context) -> {
				call(context.getBean(ConnectApi.class));

				assertThat(this.names).isNotEmpty().containsOnly("pictures");
			});
	}

	@Test
	void whenThereAreTwoRegistriesThenNothingIsObserved() {
		FakeApplication.of(this.server)
			.withBean("one", ObservationRegistry.class, this::registry)
			.withBean("other", ObservationRegistry.class, this::registry)
			.run((context) -> {
				call(context.getBean(ConnectApi.class));

				assertThat(this.names).isEmpty();
			});
	}

	@Test
	void whenThereIsNoRegistryThenCallsWork() {
		FakeApplication.of(this.server).run((context) -> call(context.getBean(ConnectApi.class)));

		assertThat(this.server.count("GetCountries")).isOne();
	}

	private static void call(ConnectApi connect) {
		connect.call(ConnectOperations.GET_COUNTRIES, Map.of(), Object.class);
	}

	private ObservationRegistry registry() {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new ObservationHandler<>() {
			@Override
			public void onStop(Observation.Context context) {
				ObservationBeanTests.this.names.add(String.valueOf(context.getName()));
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}
		});
		return registry;
	}

	@Configuration(proxyBeanMethods = false)
	static class ConventionConfiguration {

		@Bean
		ConnectObservationConvention convention() {
			return new DefaultConnectObservationConvention() {
				@Override
				public String getName() {
					return "pictures";
				}
			};
		}

	}

}
