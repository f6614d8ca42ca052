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
 * {@link ConnectSessionListener} that counts failures in the meter registry. The registry
 * is resolved with the first failure, because it may depend on the manager. Without a
 * unique registry, nothing is counted.
 */
final class FailureMetricsListener implements ConnectSessionListener {

	private final Supplier<ConnectSessionListener> metrics;

	FailureMetricsListener(ObjectProvider<MeterRegistry> registry) {
		this.metrics = SingletonSupplier.of(() -> createMetrics(registry));
	}

	private static ConnectSessionListener createMetrics(ObjectProvider<MeterRegistry> registry) {
		MeterRegistry uniqueRegistry = registry.getIfUnique();
		return (uniqueRegistry != null) ? new ConnectFailureMetrics(uniqueRegistry, Tags
			.of(ConnectMetricsAutoConfiguration.MANAGER_TAG, GettyConnectAutoConfiguration.SESSION_MANAGER_BEAN_NAME))
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
