package io.github.connectapi.integration.operations;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationView;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.metrics.ConnectSessionMetrics;
import io.github.connectapi.observation.ConnectObservationContext;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.store.InMemorySessionStore;
import io.github.connectapi.store.SharedSessionSettings;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.user.ConnectSessions;

import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * A run of an application in which everything happens that is measured: a login, a replay
 * of a call, a renewal, an outage. It takes place once for all tests.
 *
 * @param scrape what Prometheus scrapes at the end
 * @param meters the meters of the library in the registry
 * @param spans the observations of the library
 * @param endpoint the response of the endpoint at the end
 */
record OnCallScenario(PrometheusScrape scrape, List<Meter> meters, List<Span> spans, String endpoint) {

	private static @Nullable OnCallScenario result;

	/** Return the result. Not a static initializer, because several threads take part. */
	static synchronized OnCallScenario result() {
		if (result == null) {
			result = run();
		}
		return result;
	}

	private static OnCallScenario run() {
		try (MonitoredApplication app = MonitoredApplication.with(
				Map.of("spring.application.name", "shop", "management.metrics.tags.application",
						"${spring.application.name}", "getty.connect.http.max-concurrent-exchanges", "1"),
				Spans.class, SharedSession.class, Users.class)) {
			app.call();
			waitForExchange(app);
			PurchaseScenario.buy(app);
			app.server.revokeAll();
			app.call();
			app.invoke("renew");
			await().timeout(Duration.ofSeconds(20)).until(() -> app.session().path("renewals").asInt() == 1);
			app.invoke("reset");
			app.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));
			app.invoke("invalidate");
			catchThrowable(app::call);
			await().timeout(Duration.ofSeconds(20))
				.until(() -> !app.scrapedLines("getty_connect_session_failures_total").isEmpty());
			List<Meter> meters = app.getBean(MeterRegistry.class)
				.getMeters()
				.stream()
				.filter((meter) -> meter.getId().getName().startsWith("getty."))
				.toList();
			return new OnCallScenario(PrometheusScrape.of(app.scrape()), meters,
					List.copyOf(app.getBean(Spans.class).spans), app.send("GET", "/actuator/gettyconnect").body());
		}
	}

	/** Call while another call is in progress. */
	private static void waitForExchange(MonitoredApplication app) {
		int before = app.server.count("GetCountries");
		app.server.enqueue("GetCountries", Fault.block());
		// Not the common pool, which has a single thread on two processors.
		Executor threads = (task) -> new Thread(task).start();
		CompletableFuture<Void> first = CompletableFuture.runAsync(app::call, threads);
		await().until(() -> app.server.count("GetCountries") == before + 1);
		CompletableFuture<Void> second = CompletableFuture.runAsync(app::call, threads);
		await().until(() -> app.scrapedLines("getty_connect_exchange_wait_active_seconds_count")
			.stream()
			.anyMatch((line) -> line.endsWith(" 1")));
		app.server.unblock();
		CompletableFuture.allOf(first, second).join();
	}

	/**
	 * A stopped observation.
	 *
	 * @param observation the name of the observation
	 * @param name the name of its span
	 * @param parent the name of the parent observation, empty if the library did not make
	 * it
	 */
	record Span(String observation, String name, String parent) {
	}

	/** Another session, which is shared with other instances. */
	@Configuration(proxyBeanMethods = false)
	static class SharedSession {

		@Bean
		MeterBinder sharedSessionMetrics(ConnectClient client, ConnectCredentialsProvider credentials) {
			ConnectSessionManager manager = ConnectSessionManager.builder(client, credentials)
				.sharedSession(new InMemorySessionStore(InstantSource.system()), SharedSessionSettings.defaults())
				.build();
			return new ConnectSessionMetrics(manager, Tags.of("manager", "sharedSessionManager"));
		}

	}

	/** Sessions of users besides that of the application, shared as well. */
	@Configuration(proxyBeanMethods = false)
	static class Users {

		@Bean
		ConnectSessions gettyConnectSessions(ConnectClient client) {
			return ConnectSessions.builder(client, (key) -> null)
				.sharedSession(new InMemorySessionStore(InstantSource.system()),
						SharedSessionSettings.defaults().withSecret("0123456789abcdef0123456789abcdef"))
				.build();
		}

	}

	/** Collects spans. */
	@Configuration(proxyBeanMethods = false)
	static class Spans {

		final List<Span> spans = new CopyOnWriteArrayList<>();

		@Bean
		ObservationHandler<ConnectObservationContext> spanCollector() {
			return new ObservationHandler<>() {

				@Override
				public void onStop(ConnectObservationContext context) {
					ObservationView parent = context.getParentObservation();
					String name = (parent != null) ? parent.getContextView().getName() : "";
					Spans.this.spans.add(new Span(context.getName(), context.getContextualName(),
							name.startsWith("getty.") ? name : ""));
				}

				@Override
				public boolean supportsContext(Observation.Context context) {
					return context instanceof ConnectObservationContext;
				}

			};
		}

	}

}
