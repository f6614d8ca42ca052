package io.github.connectapi.metrics;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionSnapshot;

/**
 * Gauges of a session: time left, age, generation, state, failures and the next attempt.
 * They are read from the manager's snapshot when the registry looks, and send nothing.
 * How often and how long sessions are acquired and waited for is observed, see
 * {@link io.github.connectapi.observation.ConnectObservation}. Needs micrometer-core.
 * Thread-safe.
 */
public final class ConnectSessionMetrics implements MeterBinder {

	private final ConnectSessionManager manager;

	private final Iterable<Tag> tags;

	/**
	 * Makes a binder.
	 * @param manager whose session is measured
	 * @param tags of each gauge; they tell managers apart if there are several
	 */
	public ConnectSessionMetrics(ConnectSessionManager manager, Iterable<Tag> tags) {
		this.manager = manager;
		this.tags = tags;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (SessionGauge gauge : SessionGauge.values()) {
			if (gauge.time) {
				TimeGauge.builder(gauge.meter, this.manager, TimeUnit.SECONDS, reading(gauge.value))
					.description(gauge.description)
					.tags(this.tags)
					.register(registry);
			}
			else {
				Gauge.builder(gauge.meter, this.manager, reading(gauge.value))
					.description(gauge.description)
					.tags(this.tags)
					.register(registry);
			}
		}
		for (ConnectSessionSnapshot.State state : ConnectSessionSnapshot.State.values()) {
			Gauge.builder(SessionGauge.STATE, this.manager, reading((snapshot) -> (snapshot.state() == state) ? 1 : 0))
				.description(SessionGauge.STATE_DESCRIPTION)
				.tags(this.tags)
				.tag("state", state.name().toLowerCase(Locale.ROOT))
				.register(registry);
		}
	}

	private static ToDoubleFunction<ConnectSessionManager> reading(ToDoubleFunction<ConnectSessionSnapshot> value) {
		return (manager) -> value.applyAsDouble(manager.snapshot());
	}

}
