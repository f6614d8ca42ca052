package io.github.connectapi.autoconfigure.observation;

import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

import io.github.connectapi.license.DownloadEvent;
import io.github.connectapi.license.DownloadEventListener;
import io.github.connectapi.metrics.ConnectDownloadMetrics;

/**
 * {@link DownloadEventListener} that counts in the meter registry. The registry is
 * resolved with the first event, because it may depend on the downloads. Without a unique
 * registry, nothing is counted.
 */
final class DownloadMetricsListener implements DownloadEventListener {

	private final Supplier<DownloadEventListener> metrics;

	DownloadMetricsListener(ObjectProvider<MeterRegistry> registry) {
		this.metrics = SingletonSupplier.of(() -> createMetrics(registry));
	}

	private static DownloadEventListener createMetrics(ObjectProvider<MeterRegistry> registry) {
		MeterRegistry uniqueRegistry = registry.getIfUnique();
		return (uniqueRegistry != null) ? new ConnectDownloadMetrics(uniqueRegistry, Tags.empty()) : (event) -> {
		};
	}

	@Override
	public void onDownload(DownloadEvent event) {
		this.metrics.get().onDownload(event);
	}

}
