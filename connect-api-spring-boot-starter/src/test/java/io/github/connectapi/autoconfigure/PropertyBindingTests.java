package io.github.connectapi.autoconfigure;

import java.time.Duration;

import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.retry.RetrySettings;
import io.github.connectapi.session.BackoffSettings;
import io.github.connectapi.session.SessionSettings;
import io.github.connectapi.autoconfigure.properties.GettyConnectProperties;
import io.github.connectapi.autoconfigure.properties.StartupMode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the binding of properties to the configured beans.
 */
class PropertyBindingTests {

	@Test
	void whenNothingIsSetThenTheDefaultsAreThoseOfTheCore() {
		FakeApplication.configured().run((context) -> {
			SessionManagerSettings settings = context.getBean(SessionManagerSettings.class);
			assertThat(settings.session()).isEqualTo(SessionSettings.defaults());
			assertThat(settings.retry()).isEqualTo(RetrySettings.defaults());
			assertThat(context.getBean(GettyConnectProperties.class).startupMode()).isEqualTo(StartupMode.LAZY);
			assertThat(context.getBean(ConnectClient.class)).extracting("settings.responseTimeout")
				.isEqualTo(Duration.ofSeconds(10));
			assertThat(context.getBean(ConnectClient.class)).extracting("transport.settings.connectTimeout")
				.isEqualTo(Duration.ofSeconds(5));
		});
	}

	@Test
	void whenSessionPropertiesAreSetThenTheManagerUsesThem() {
		FakeApplication.configured()
			.withPropertyValues("getty.connect.session.renew-at=0.5", "getty.connect.session.renew-jitter=0.1",
					"getty.connect.session.expiry-margin=11s", "getty.connect.session.acquisition-timeout=12s",
					"getty.connect.session.wait-timeout=13s", "getty.connect.session.backoff.initial=14s",
					"getty.connect.session.backoff.max=15s", "getty.connect.session.rejected-backoff.initial=16s",
					"getty.connect.session.rejected-backoff.max=17s")
			.run((context) -> assertThat(context.getBean(SessionManagerSettings.class).session())
				.isEqualTo(SessionSettings.defaults()
					.withRenewal(0.5, 0.1)
					.withExpiryMargin(Duration.ofSeconds(11))
					.withAcquisitionTimeout(Duration.ofSeconds(12))
					.withWaitTimeout(Duration.ofSeconds(13))
					.withBackoff(BackoffSettings.of(Duration.ofSeconds(14), Duration.ofSeconds(15)))
					.withRejectedBackoff(BackoffSettings.of(Duration.ofSeconds(16), Duration.ofSeconds(17)))));
	}

	@Test
	void whenRetryPropertiesAreSetThenTheManagerUsesThem() {
		FakeApplication.configured()
			.withPropertyValues("getty.connect.retry.max-attempts=7", "getty.connect.retry.initial-interval=8ms",
					"getty.connect.retry.multiplier=1.5", "getty.connect.retry.max-interval=9ms",
					"getty.connect.retry.jitter=0.3")
			.run((context) -> assertThat(context.getBean(SessionManagerSettings.class).retry())
				.isEqualTo(RetrySettings.defaults()
					.withMaxAttempts(7)
					.withInterval(Duration.ofMillis(8), Duration.ofMillis(9))
					.withMultiplier(1.5)
					.withJitter(0.3)));
	}

	@Test
	void whenHttpPropertiesAreSetThenTheClientUsesThem() {
		FakeApplication.configured()
			.withPropertyValues("getty.connect.http.connect-timeout=3s", "getty.connect.http.response-timeout=4s")
			.run((context) -> {
				ConnectClient client = context.getBean(ConnectClient.class);
				assertThat(client).extracting("settings.responseTimeout").isEqualTo(Duration.ofSeconds(4));
				assertThat(client).extracting("transport.settings.connectTimeout").isEqualTo(Duration.ofSeconds(3));
			});
	}

	@Test
	void whenCredentialsAreSetThenTheDetailsReturnThem() {
		FakeApplication.configured().run((context) -> {
			var credentials = context.getBean(ConnectConnectionDetails.class).getCredentials();
			assertThat(credentials.systemId()).isEqualTo("system");
			assertThat(credentials.systemPassword().reveal()).isEqualTo("system-secret");
			assertThat(credentials.userName()).contains("user");
			assertThat(credentials.userPassword().orElseThrow().reveal()).isEqualTo("user-secret");
		});
	}

	@Test
	void whenThePasswordConsistsOfDigitsThenItIsUnchanged() {
		FakeApplication.configured()
			.withPropertyValues("getty.connect.user-password=012345")
			.run((context) -> assertThat(context.getBean(ConnectConnectionDetails.class)
				.getCredentials()
				.userPassword()
				.orElseThrow()
				.reveal()).isEqualTo("012345"));
	}

	@Test
	void whenTheBaseUrlIsSetThenTheClientUsesItWithItsPathPrefix() {
		FakeApplication.configured()
			.withPropertyValues("getty.connect.base-url=https://proxy.example/getty/")
			.run((context) -> assertThat(context.getBean(ConnectClient.class)).extracting("settings.baseUrl")
				.hasToString("https://proxy.example/getty"));
	}

	@Test
	void whenInsecureHttpIsAllowedThenAnyHostIsAccepted() {
		FakeApplication.configured()
			.withPropertyValues("getty.connect.base-url=http://proxy.example", "getty.connect.allow-insecure-http=true")
			.run((context) -> assertThat(context.getBean(ConnectConnectionDetails.class).getBaseUrl())
				.hasToString("http://proxy.example"));
	}

	@Test
	void whenThePropertiesArePrintedThenTheyContainNoPassword() {
		FakeApplication.configured()
			.run((context) -> assertThat(context.getBean(GettyConnectProperties.class).toString())
				.doesNotContain("secret"));
	}

}
