package io.github.connectapi.autoconfigure.health;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.PingHealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.autoconfigure.FakeApplication;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.ConnectSessionManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConnectHealthAutoConfiguration}.
 */
class ConnectHealthAutoConfigurationTests {

	@Test
	void whenThereIsAManagerThenItsContributorIsNamedGettyConnect() {
		FakeApplication.configured()
			.withConfiguration(AutoConfigurations.of(HealthContributorRegistryAutoConfiguration.class,
					HealthContributorAutoConfiguration.class))
			.run((context) -> assertThat(
					context.getBean(HealthContributorRegistry.class).getContributor("gettyConnect"))
				.isInstanceOf(ConnectHealthIndicator.class));
	}

	@Test
	void whenThereAreTwoManagersThenTheyAreACompositeByBeanName() {
		FakeApplication.configured()
			.withUserConfiguration(TwoManagers.class)
			.run((context) -> assertThat(context.getBean("gettyConnectHealthContributor")).isInstanceOfSatisfying(
					CompositeHealthContributor.class,
					(composite) -> assertThat(composite.stream().map(HealthContributors.Entry::name))
						.containsExactlyInAnyOrder("first", "second")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "management.health.gettyConnect.enabled", "management.health.gettyconnect.enabled",
			"management.health.getty-connect.enabled", "management.health.defaults.enabled" })
	void whenHealthIsDisabledThenThereIsNoContributor(String property) {
		FakeApplication.configured()
			.withPropertyValues(property + "=false")
			.run((context) -> assertThat(context).hasSingleBean(ConnectSessionManager.class)
				.doesNotHaveBean(HealthContributor.class));
	}

	@Test
	void whenDisabledThenThereIsNoContributor() {
		FakeApplication.bare()
			.withPropertyValues("getty.connect.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(HealthContributor.class));
	}

	@Test
	void whenTheApplicationHasAContributorOfThatNameThenTheConfiguredOneBacksOff() {
		FakeApplication.configured()
			.withBean("gettyConnectHealthIndicator", PingHealthIndicator.class)
			.run((context) -> assertThat(context).getBean(HealthContributor.class)
				.isInstanceOf(PingHealthIndicator.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class TwoManagers {

		@Bean
		ConnectSessionManager first(ConnectClient client, ConnectCredentialsProvider credentials) {
			return ConnectSessionManager.builder(client, credentials).build();
		}

		@Bean
		ConnectSessionManager second(ConnectClient client, ConnectCredentialsProvider credentials) {
			return ConnectSessionManager.builder(client, credentials).build();
		}

	}

}
