package io.github.connectapi.autoconfigure;

import java.util.concurrent.Executor;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.ConnectClientCustomizer;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.junit.FakeConnectExtension;
import io.github.connectapi.autoconfigure.properties.GettyConnectProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link GettyConnectAutoConfiguration}.
 */
class GettyConnectAutoConfigurationTests {

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	private final FakeConnectServer server = connect.server();

	@Test
	void whenCredentialsAreSetThenASessionIsReturned() {
		FakeApplication.of(this.server).run((context) -> {
			var session = context.getBean(ConnectSessionManager.class).getSession();
			assertThat(this.server.accepts(session.token().reveal())).isTrue();
		});
	}

	@Test
	void whenDisabledThenNoBeansAreConfigured() {
		FakeApplication.bare()
			.withPropertyValues("getty.connect.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(ConnectSessionManager.class)
				.doesNotHaveBean(ConnectClient.class)
				.doesNotHaveBean(ConnectCredentialsProvider.class)
				.doesNotHaveBean(ConnectConnectionDetails.class)
				.doesNotHaveBean("gettyConnectSessionStartup")
				.doesNotHaveBean(GettyConnectProperties.class));
	}

	@Test
	void whenThereIsAManagerThenTheConfiguredOneBacksOffAndNoCredentialsAreRequired() {
		ConnectSessionManager own = mock(ConnectSessionManager.class);
		FakeApplication.bare()
			.withBean("own", ConnectSessionManager.class, () -> own)
			.run((context) -> assertThat(context).hasNotFailed().getBean(ConnectSessionManager.class).isSameAs(own));
	}

	@Test
	void whenThereIsACredentialsProviderThenItIsUsedAndNoCredentialPropertiesAreRequired() {
		FakeApplication.bare()
			.withPropertyValues("getty.connect.base-url=" + this.server.baseUrl())
			.withBean("own", ConnectCredentialsProvider.class, () -> this::accepted)
			.run((context) -> {
				assertThat(context).hasSingleBean(ConnectCredentialsProvider.class);
				context.getBean(ConnectSessionManager.class).getSession();
				assertThat(this.server.count("CreateSession")).isEqualTo(1);
			});
	}

	@Test
	void whenThereAreConnectionDetailsThenTheyAreUsedAndNoPropertiesAreRequired() {
		FakeApplication.bare().withBean(CustomDetails.class, this.server.baseUrl(), accepted()).run((context) -> {
			assertThat(context).hasSingleBean(ConnectConnectionDetails.class);
			context.getBean(ConnectSessionManager.class).getSession();
			assertThat(this.server.count("CreateSession")).isEqualTo(1);
		});
	}

	@Test
	void whenThereAreConnectionDetailsThenInvalidPropertiesThatTheyReplaceAreIgnored() {
		FakeApplication.bare()
			.withPropertyValues("getty.connect.base-url=file:/tmp", "getty.connect.ssl.bundle=unknown")
			.withBean(CustomDetails.class, this.server.baseUrl(), accepted())
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void whenThereIsAClientThenTheConfiguredOneBacksOff() {
		try (ConnectClient own = ConnectClient.builder(BaseUrl.of(this.server.baseUrl())).build()) {
			FakeApplication.configured()
				.withBean("own", ConnectClient.class, () -> own)
				.run((context) -> assertThat(context).hasSingleBean(ConnectSessionManager.class)
					.getBean(ConnectClient.class)
					.isSameAs(own));
		}
	}

	@Test
	void whenCustomizersAreOrderedThenTheyAreAppliedInThatOrder() {
		FakeApplication.of(this.server).withUserConfiguration(Customizers.class).run((context) -> {
			context.getBean(ConnectSessionManager.class).getSession();
			assertThat(this.server.requests("CreateSession").get(0).header("X-Order")).isEqualTo("second");
		});
	}

	@Test
	void whenConfiguredThenTheApplicationHasNoAdditionalInfrastructureBeans() {
		FakeApplication.configured()
			.run((context) -> assertThat(context).doesNotHaveBean(TaskScheduler.class)
				.doesNotHaveBean(Executor.class)
				.doesNotHaveBean(RestClient.class)
				.doesNotHaveBean(RestClient.Builder.class)
				.doesNotHaveBean(JsonMapper.class)
				.doesNotHaveBean(RetryTemplate.class)
				.doesNotHaveBean(org.springframework.retry.support.RetryTemplate.class));
	}

	@Test
	void whenThereAreNoSslBundlesThenTheContextStarts() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(GettyConnectAutoConfiguration.class))
			.withPropertyValues(FakeApplication.properties(this.server))
			.run((context) -> assertThat(context).hasSingleBean(ConnectSessionManager.class));
	}

	@Test
	void whenTheApplicationIsAServletApplicationThenThereIsAManager() {
		new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(GettyConnectAutoConfiguration.class))
			.withPropertyValues(FakeApplication.properties(this.server))
			.run((context) -> assertThat(context).hasSingleBean(ConnectSessionManager.class));
	}

	@Test
	void whenTheApplicationIsAReactiveApplicationThenThereIsAManager() {
		new ReactiveWebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(GettyConnectAutoConfiguration.class))
			.withPropertyValues(FakeApplication.properties(this.server))
			.run((context) -> assertThat(context).hasSingleBean(ConnectSessionManager.class));
	}

	private ConnectCredentials accepted() {
		return FakeApplication.credentials(this.server);
	}

	record CustomDetails(String url, ConnectCredentials credentials) implements ConnectConnectionDetails {

		@Override
		public BaseUrl getBaseUrl() {
			return BaseUrl.of(this.url);
		}

		@Override
		public ConnectCredentials getCredentials() {
			return this.credentials;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		@Bean
		@Order(2)
		ConnectClientCustomizer second() {
			return (builder) -> builder.defaultHeader("X-Order", "second");
		}

		@Bean
		@Order(1)
		ConnectClientCustomizer first() {
			return (builder) -> builder.defaultHeader("X-Order", "first");
		}

	}

}
