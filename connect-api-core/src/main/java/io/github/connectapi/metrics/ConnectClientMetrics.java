package io.github.connectapi.metrics;

import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.MeterBinder;

import io.github.connectapi.client.ConnectClient;

/**
 * Binder for gauges of the connections of a client. Requires micrometer-core.
 * Thread-safe.
 */
public final class ConnectClientMetrics implements MeterBinder {

	private static final String CONNECTIONS = "getty.connect.http.connections";

	private static final String DESCRIPTION = "Connections to the server: active ones, which an exchange uses, opens or waits for, and idle ones";

	private final ConnectClient client;

	private final Iterable<Tag> tags;

	/**
	 * Create a binder.
	 * @param client the client to measure
	 * @param tags the tags of each gauge, which distinguish several clients
	 */
	public ConnectClientMetrics(ConnectClient client, Iterable<Tag> tags) {
		this.client = client;
		this.tags = tags;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		bindTo(registry, "active", ConnectClient::activeConnections);
		bindTo(registry, "idle", ConnectClient::idleConnections);
	}

	private void bindTo(MeterRegistry registry, String status, ToDoubleFunction<ConnectClient> value) {
		Gauge.builder(CONNECTIONS, this.client, value)
			.description(DESCRIPTION)
			.tags(this.tags)
			.tag("status", status)
			.register(registry);
	}

}
