package io.github.connectapi.operations;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationView;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.github.connectapi.observation.ConnectObservationContext;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * One night of an application, in which everything that is measured happens: a login, a
 * replay, a renewal, an outage. Lived through once, for all who look at what remains.
 *
 * @param scrape what Prometheus reads at its end
 * @param meters all meters of ours in the registry
 * @param spans all observations
 * @param endpoint what the endpoint answers at its end
 */
record OnCallScenario(Scrape scrape, List<Meter> meters, List<Span> spans, String endpoint) {

	private static @Nullable OnCallScenario night;

	/** Not in an initializer: its conditions are looked at by another thread. */
	static synchronized OnCallScenario once() {
		if (night == null) {
			night = live();
		}
		return night;
	}

	private static OnCallScenario live() {
		try (Operated app = Operated.with(Map.of("spring.application.name", "night",
				"management.metrics.tags.application", "${spring.application.name}"), Spans.class)) {
			call(app);
			app.server.revokeAll();
			call(app);
			app.act("renew");
			await().timeout(Duration.ofSeconds(20)).until(() -> app.session().path("renewals").asInt() == 1);
			app.act("reset");
			app.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));
			app.act("invalidate");
			catchThrowable(() -> call(app));
			await().timeout(Duration.ofSeconds(20))
				.until(() -> !app.meter("getty_connect_session_failures_total").isEmpty());
			List<Meter> meters = app.bean(MeterRegistry.class)
				.getMeters()
				.stream()
				.filter((meter) -> meter.getId().getName().startsWith("getty."))
				.toList();
			return new OnCallScenario(Scrape.of(app.scrape()), meters, List.copyOf(app.bean(Spans.class).spans),
					app.send("GET", "/actuator/gettyconnect").body());
		}
	}

	private static void call(Operated app) {
		app.connect().call(ConnectOperations.GET_COUNTRIES, Map.of(), Object.class);
	}

	/**
	 * An observation that is over.
	 *
	 * @param name of the observation
	 * @param span how it is called in a trace
	 * @param parent what it is part of; empty if that is none of ours
	 */
	record Span(String name, String span, String parent) {
	}

	@Configuration(proxyBeanMethods = false)
	static class Spans {

		final List<Span> spans = new CopyOnWriteArrayList<>();

		@Bean
		ObservationHandler<ConnectObservationContext> keeping() {
			return new ObservationHandler<>() {

				@Override
				public void onStop(ConnectObservationContext context) {
					ObservationView parent = context.getParentObservation();
					String of = (parent != null) ? parent.getContextView().getName() : "";
					Spans.this.spans.add(new Span(context.getName(), context.getContextualName(),
							of.startsWith("getty.") ? of : ""));
				}

				@Override
				public boolean supportsContext(Observation.Context context) {
					return context instanceof ConnectObservationContext;
				}

			};
		}

	}

}
