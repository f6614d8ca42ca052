package io.github.connectapi.autoconfigure.observation;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.autoconfigure.FakeApplication;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.ConnectSessionEvent;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.search.MeterNotFoundException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ConnectMetricsAutoConfiguration}.
 */
class ConnectMetricsAutoConfigurationTests {

	private final FakeConnectServer server = FakeConnectServer.start();

	private final ApplicationContextRunner runner = FakeApplication.of(this.server)
		.withConfiguration(AutoConfigurations.of(ConnectMetricsAutoConfiguration.class));

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenThereIsNoRegistryThenThereAreNoMeters() {
		this.runner.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(MeterBinder.class));
	}

	@Test
	void whenNoSessionWasRequestedThenTheGaugesShowNone() {
		this.runner.withUserConfiguration(RegistryConfiguration.class)
			.run((context) -> assertThat(
					gauges(bound(context.getBean(MeterRegistry.class), context.getBean(MeterBinder.class))))
				.containsEntry("expiry", Double.NaN)
				.containsEntry("age", Double.NaN)
				.containsEntry("generation", 0.0)
				.containsEntry("next.attempt", 0.0)
				.containsEntry("state=none", 1.0)
				.containsEntry("state=valid", 0.0));
	}

	@Test
	void whenTheSessionIsValidThenTheGaugesShowItsExpiry() {
		this.runner.withUserConfiguration(RegistryConfiguration.class).run((context) -> {
			context.getBean(ConnectSessionManager.class).getSession();
			Map<String, Double> gauges = gauges(
					bound(context.getBean(MeterRegistry.class), context.getBean(MeterBinder.class)));

			assertThat(gauges).containsEntry("state=valid", 1.0).containsEntry("consecutive.failures", 0.0);
			assertThat(gauges.get("expiry")).isBetween(1700.0, 1800.0);
			assertThat(gauges.get("age")).isBetween(0.0, 60.0);
		});
	}

	@Test
	void whenAnExchangeHasEndedThenItsConnectionIsIdle() {
		this.runner.withUserConfiguration(RegistryConfiguration.class).run((context) -> {
			MeterRegistry registry = bound(context.getBean(MeterRegistry.class), context.getBean(MeterBinder.class));
			assertThat(connections(registry, "idle")).isZero();
			context.getBean(ConnectSessionManager.class).getSession();
			assertThat(connections(registry, "idle")).isOne();
			assertThat(connections(registry, "active")).isZero();
		});
	}

	@Test
	void whenAnAcquisitionFailsThenItIsCountedEvenIfAnotherListenerHangs() {
		this.server.always("CreateSession", Fault.error("InvalidUsernameOrPassword", "no"));
		this.runner.withUserConfiguration(RegistryConfiguration.class, HangingListener.class).run((context) -> {
			catchThrowable(context.getBean(ConnectSessionManager.class)::getSession);

			await().timeout(Duration.ofSeconds(20))
				.ignoreException(MeterNotFoundException.class)
				.untilAsserted(() -> assertThat(context.getBean(MeterRegistry.class)
					.get("getty.connect.session.failures")
					.tags("operation", "CreateSession", "outcome", "CREDENTIALS_REJECTED", "code",
							"InvalidUsernameOrPassword", "manager", "gettyConnectSessionManager")
					.counter()
					.count()).isOne());
		});
	}

	@Test
	void whenATokenRequestFailsThenItIsCountedWithTheCodeOfTheTokenEndpoint() {
		this.server.accounts().changeApiSecret("changed");
		FakeApplication.ofOAuth2Application(this.server)
			.withConfiguration(AutoConfigurations.of(ConnectMetricsAutoConfiguration.class))
			.withUserConfiguration(RegistryConfiguration.class)
			.run((context) -> {
				catchThrowable(context.getBean(ConnectSessionManager.class)::getSession);

				await().timeout(Duration.ofSeconds(20))
					.ignoreException(MeterNotFoundException.class)
					.untilAsserted(() -> assertThat(context.getBean(MeterRegistry.class)
						.get("getty.connect.session.failures")
						.tags("operation", "ClientCredentialsGrant", "outcome", "CREDENTIALS_REJECTED", "code",
								"invalid_client")
						.counter()
						.count()).isOne());
			});
	}

	@Test
	void whenAChangedBundleCannotBeUsedThenAGaugeShowsIt() {
		this.runner.withUserConfiguration(RegistryConfiguration.class)
			.withPropertyValues("getty.connect.base-url=https://127.0.0.1:1", "getty.connect.ssl.bundle=getty",
					"spring.ssl.bundle.pem.getty.truststore.certificate="
							+ new HeldCertificate.Builder().build().certificatePem())
			.run((context) -> {
				MeterRegistry registry = bound(context.getBean(MeterRegistry.class),
						context.getBean(MeterBinder.class));
				Gauge gauge = registry.get("getty.connect.reload.failed").tag("source", "tls").gauge();
				assertThat(gauge.value()).isZero();
				context.getBean(SslBundleRegistry.class)
					.updateBundle("getty", SslBundle
						.of(new PemSslStoreBundle(null, PemSslStoreDetails.forCertificate("file:/missing.pem"))));
				assertThat(gauge.value()).isOne();
				assertThat(registry.get("getty.connect.reload.failed").tag("source", "properties").gauge().value())
					.isZero();
			});
	}

	@Test
	void whenThereAreTwoRegistriesThenTheApplicationStarts() {
		this.runner.withUserConfiguration(RegistryConfiguration.class)
			.withBean("other", SimpleMeterRegistry.class)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void whenThereAreTwoManagersThenEachHasItsGauges() {
		this.runner.withUserConfiguration(RegistryConfiguration.class, TwoManagers.class).run((context) -> {
			context.getBean("second", ConnectSessionManager.class).getSession(Duration.ofSeconds(20));
			MeterRegistry registry = bound(context.getBean(MeterRegistry.class), context.getBean(MeterBinder.class));

			assertThat(registry.get("getty.connect.session.generation").tag("manager", "first").gauge().value())
				.isZero();
			assertThat(registry.get("getty.connect.session.generation").tag("manager", "second").gauge().value())
				.isOne();
		});
	}

	private static double connections(MeterRegistry registry, String status) {
		return registry.get("getty.connect.http.connections")
			.tags("client", "gettyConnectClient", "status", status)
			.gauge()
			.value();
	}

	private static MeterRegistry bound(MeterRegistry registry, MeterBinder binder) {
		binder.bindTo(registry);
		return registry;
	}

	/** Return each gauge of a session by the last part of its name, or by its state. */
	private static Map<String, Double> gauges(MeterRegistry registry) {
		return registry.find("getty.connect.session.state").gauges().isEmpty() ? Map.of() : registry.getMeters()
			.stream()
			.filter((meter) -> meter.getId().getName().startsWith("getty.connect.session."))
			.collect(Collectors.toMap(
					(meter) -> (meter.getId().getTag("state") != null) ? "state=" + meter.getId().getTag("state")
							: meter.getId().getName().replace("getty.connect.session.", ""),
					(meter) -> meter.measure().iterator().next().getValue()));
	}

	@Configuration(proxyBeanMethods = false)
	static class RegistryConfiguration {

		@Bean
		MeterRegistry registry() {
			return new SimpleMeterRegistry();
		}

	}

	/** Event listener that never returns. */
	@Configuration(proxyBeanMethods = false)
	static class HangingListener {

		@EventListener
		void on(ConnectSessionEvent event) throws InterruptedException {
			new CountDownLatch(1).await();
		}

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
