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
 * Binder for gauges of a session: remaining time, age, generation, state, failures, next
 * attempt and abandoned acquisitions, and if it is shared with other instances, whether
 * this one has a session of its own and the store responds. They read the manager's
 * snapshot and send nothing. Acquisitions and waiting callers are observed instead, see
 * {@link io.github.connectapi.observation.ConnectObservationDocumentation}. Requires
 * micrometer-core. Thread-safe.
 */
public final class ConnectSessionMetrics implements MeterBinder {

	private final ConnectSessionManager manager;

	private final Iterable<Tag> tags;

	/**
	 * Create a binder.
	 * @param manager the manager to measure
	 * @param tags the tags of each gauge, which distinguish several managers
	 */
	public ConnectSessionMetrics(ConnectSessionManager manager, Iterable<Tag> tags) {
		this.manager = manager;
		this.tags = tags;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		boolean shared = this.manager.snapshot().sharing() != null;
		for (SessionGauge gauge : SessionGauge.values()) {
			if (gauge.shared && !shared) {
				continue;
			}
			if (gauge.time) {
				TimeGauge.builder(gauge.meter, this.manager, TimeUnit.SECONDS, valueOf(gauge.value))
					.description(gauge.description)
					.tags(this.tags)
					.register(registry);
			}
			else {
				Gauge.builder(gauge.meter, this.manager, valueOf(gauge.value))
					.description(gauge.description)
					.tags(this.tags)
					.register(registry);
			}
		}
		for (ConnectSessionSnapshot.State state : ConnectSessionSnapshot.State.values()) {
			Gauge.builder(SessionGauge.STATE, this.manager, valueOf((snapshot) -> (snapshot.state() == state) ? 1 : 0))
				.description(SessionGauge.STATE_DESCRIPTION)
				.tags(this.tags)
				.tag("state", state.name().toLowerCase(Locale.ROOT))
				.register(registry);
		}
	}

	private static ToDoubleFunction<ConnectSessionManager> valueOf(ToDoubleFunction<ConnectSessionSnapshot> value) {
		return (manager) -> value.applyAsDouble(manager.snapshot());
	}

}
