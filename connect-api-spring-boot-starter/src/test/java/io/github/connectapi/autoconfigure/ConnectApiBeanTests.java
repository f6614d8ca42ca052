package io.github.connectapi.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.retry.RetrySettings;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.TokenKind;
import io.github.connectapi.test.junit.FakeConnectExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

/**
 * Tests for the configured {@link ConnectApi}, with and without a user.
 */
class ConnectApiBeanTests {

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	private final FakeConnectServer server = connect.server();

	@Test
	void whenCredentialsAreSetThenAnOperationCanBeCalled() {
		FakeApplication.of(this.server).run((context) -> {
			assertThat(this.server.requests()).isEmpty();
			assertThat(call(context.getBean(ConnectApi.class))).isNotEmpty();
			assertThat(this.server.requests("GetCountries").get(0).tokenKind()).isEqualTo(TokenKind.STANDARD);
		});
	}

	@Test
	void whenDisabledThenThereIsNoApi() {
		FakeApplication.bare()
			.withPropertyValues("getty.connect.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ConnectApi.class));
	}

	@Test
	void whenThereIsAnApiThenTheConfiguredOneBacksOff() {
		ConnectApi own = mock(ConnectApi.class);
		FakeApplication.configured()
			.withBean("own", ConnectApi.class, () -> own)
			.run((context) -> assertThat(context).getBean(ConnectApi.class).isSameAs(own));
	}

	@Test
	void whenThereIsAManagerThenTheApiUsesIt() {
		ConnectSessionManager own = mock(ConnectSessionManager.class);
		FakeApplication.bare()
			.withBean("own", ConnectSessionManager.class, () -> own)
			.run((context) -> assertThat(context.getBean(ConnectApi.class)).hasFieldOrPropertyWithValue("sessions",
					own));
	}

	@Test
	void whenThereAreTwoManagersThenNoApiIsConfigured() {
		FakeApplication.configured()
			.withUserConfiguration(TwoManagers.class)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ConnectApi.class));
	}

	@Test
	void whenThereAreTwoClientsThenNoApiIsConfigured() {
		FakeApplication.configured()
			.withUserConfiguration(TwoClients.class)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ConnectApi.class));
	}

	@Test
	void whenOneOfTwoClientsIsPrimaryThenTheApiUsesIt() {
		FakeApplication.configured()
			.withUserConfiguration(TwoClients.class)
			.withBean("main", ConnectClient.class, TwoClients::client, (definition) -> definition.setPrimary(true))
			.run((context) -> assertThat(context.getBean(ConnectApi.class)).hasFieldOrPropertyWithValue("client",
					context.getBean("main")));
	}

	@Test
	void whenNothingIsSetThenTheDefaultsAreThoseOfTheCore() {
		FakeApplication.configured().run((context) -> {
			ConnectApi api = context.getBean(ConnectApi.class);
			assertThat(api).hasFieldOrPropertyWithValue("timeout", Duration.ofSeconds(30));
			assertThat(api).extracting("retry.settings").isEqualTo(RetrySettings.defaults());
			assertThat(context.getBean(ConnectClient.class)).extracting("settings.maxResponseSize")
				.isEqualTo(5 * 1024 * 1024);
			assertThat(context.getBean(ConnectClient.class)).extracting("settings.maxConcurrentExchanges")
				.isEqualTo(1000);
		});
	}

	@Test
	void whenTheTimeoutIsSetThenACallEndsAfterIt() {
		this.server.always("GetCountries", Fault.hang());
		FakeApplication.of(this.server)
			.withPropertyValues("getty.connect.call.timeout=2s", "getty.connect.retry.max-attempts=1")
			.run((context) -> assertThatExceptionOfType(ConnectUnavailableException.class)
				.isThrownBy(() -> call(context.getBean(ConnectApi.class))));
	}

	@Test
	void whenRetryIsConfiguredThenACallIsRepeatedUpToMaxAttempts() {
		this.server.always("GetCountries", Fault.status(503));
		FakeApplication.of(this.server)
			.withPropertyValues("getty.connect.retry.max-attempts=5", "getty.connect.retry.initial-interval=1ms",
					"getty.connect.retry.max-interval=1ms")
			.run((context) -> {
				assertThatExceptionOfType(ConnectUnavailableException.class)
					.isThrownBy(() -> call(context.getBean(ConnectApi.class)));
				assertThat(this.server.count("GetCountries")).isEqualTo(5);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "1GB", "1B", "7KB" })
	void whenTheMaxResponseSizeIsSetThenTheClientUsesIt(String size) {
		FakeApplication.configured()
			.withPropertyValues("getty.connect.http.max-response-size=" + size)
			.run((context) -> assertThat(context.getBean(ConnectClient.class)).extracting("settings.maxResponseSize")
				.isEqualTo(Map.of("1GB", 1 << 30, "1B", 1, "7KB", 7 * 1024).get(size)));
	}

	@Test
	void whenTheMaxConcurrentExchangesAreSetThenTheClientUsesThem() {
		FakeApplication.configured()
			.withPropertyValues("getty.connect.http.max-concurrent-exchanges=7")
			.run((context) -> assertThat(context.getBean(ConnectClient.class))
				.extracting("settings.maxConcurrentExchanges")
				.isEqualTo(7));
	}

	@Test
	void whenTheSessionTypeIsApplicationThenASystemIsSufficient() {
		application().run((context) -> {
			assertThat(call(context.getBean(ConnectApi.class))).isNotEmpty();
			assertThat(this.server.count("CreateApplicationSession")).isOne();
			assertThat(this.server.count("CreateSession")).isZero();
			assertThat(this.server.requests("CreateApplicationSession").get(0).fieldNames())
				.noneMatch((name) -> name.contains("User"));
		});
	}

	@Test
	void whenTheSessionTypeIsApplicationThenOperationsOfAUserAreNotSent() {
		application().run((context) -> {
			assertThatExceptionOfType(ConnectOperationException.class)
				.isThrownBy(() -> context.getBean(ConnectApi.class).call(ConnectOperations.GET_COLLECTIONS, null))
				.withMessageContaining("requires the session of a user");
			assertThat(this.server.requests()).isEmpty();
		});
	}

	@Test
	void whenTheCredentialsOfAProviderHaveAUserThenTheSessionTypeIsIgnored() {
		FakeApplication.of(this.server)
			.withPropertyValues("getty.connect.session.type=application")
			.withBean(ConnectCredentialsProvider.class, () -> ConnectApiBeanTests::user)
			.run((context) -> {
				context.getBean(ConnectApi.class).call(ConnectOperations.GET_COLLECTIONS, null);
				assertThat(this.server.count("CreateSession")).isOne();
			});
	}

	@Test
	void whenTheCredentialsOfAProviderHaveNoUserThenOperationsOfAUserAreNotSent() {
		FakeApplication.of(this.server)
			.withBean(ConnectCredentialsProvider.class,
					() -> () -> ConnectCredentials.ofApplication(FakeConnectServerBuilder.SYSTEM_ID,
							FakeConnectServerBuilder.SYSTEM_PASSWORD))
			.run((context) -> {
				assertThatExceptionOfType(ConnectOperationException.class)
					.isThrownBy(() -> context.getBean(ConnectApi.class).call(ConnectOperations.GET_COLLECTIONS, null))
					.withMessageContaining("requires the session of a user");
				assertThat(this.server.count("GetCollections")).isZero();
			});
	}

	@Test
	void whenAnApplicationSessionIsRequiredThenTheStartAcquiresIt() {
		application().withPropertyValues("getty.connect.session.startup=required").run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(this.server.count("CreateApplicationSession")).isOne();
		});
	}

	private ApplicationContextRunner application() {
		Map<String, String> properties = this.server.properties();
		return FakeApplication.bare()
			.withPropertyValues("getty.connect.session.type=application",
					"getty.connect.base-url=" + this.server.baseUrl(),
					"getty.connect.system-id=" + properties.get("getty.connect.system-id"),
					"getty.connect.system-password=" + properties.get("getty.connect.system-password"));
	}

	private static ConnectCredentials user() {
		return ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID, FakeConnectServerBuilder.SYSTEM_PASSWORD,
				FakeConnectServerBuilder.USER_NAME, FakeConnectServerBuilder.USER_PASSWORD);
	}

	private static List<Object> call(ConnectApi api) {
		return api.call(ConnectOperations.GET_COUNTRIES, Map.of(), Result.class).countries();
	}

	record Result(List<Object> countries) {
	}

	@Configuration(proxyBeanMethods = false)
	static class TwoClients {

		@Bean
		ConnectSessionManager manager() {
			return mock(ConnectSessionManager.class);
		}

		@Bean
		ConnectClient one() {
			return client();
		}

		@Bean
		ConnectClient two() {
			return client();
		}

		static ConnectClient client() {
			return ConnectClient.builder(BaseUrl.of(BaseUrl.DEFAULT)).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoManagers {

		@Bean
		ConnectSessionManager one() {
			return mock(ConnectSessionManager.class);
		}

		@Bean
		ConnectSessionManager two() {
			return mock(ConnectSessionManager.class);
		}

	}

}
