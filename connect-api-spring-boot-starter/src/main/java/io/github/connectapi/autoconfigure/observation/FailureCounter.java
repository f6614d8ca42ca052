package io.github.connectapi.autoconfigure.observation;

import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

import io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration;
import io.github.connectapi.metrics.ConnectFailureMetrics;
import io.github.connectapi.session.ConnectSessionEvent;
import io.github.connectapi.session.ConnectSessionListener;

/**
 * Counts failures in the application's registry, which is looked for at the first one: it
 * may depend on the manager. Without a single registry it counts nothing.
 */
final class FailureCounter implements ConnectSessionListener {

	private final Supplier<ConnectSessionListener> metrics;

	FailureCounter(ObjectProvider<MeterRegistry> registry) {
		this.metrics = SingletonSupplier.of(() -> metrics(registry));
	}

	private static ConnectSessionListener metrics(ObjectProvider<MeterRegistry> registry) {
		MeterRegistry known = registry.getIfUnique();
		return (known != null)
				? new ConnectFailureMetrics(known,
						Tags.of(ConnectMetricsAutoConfiguration.TAG, GettyConnectAutoConfiguration.MANAGER))
				: (event) -> {
				};
	}

	@Override
	public void onEvent(ConnectSessionEvent event) {
		if (event instanceof ConnectSessionEvent.Failed) {
			this.metrics.get().onEvent(event);
		}
	}

}
