package io.github.connectapi.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.observation.ConnectOutcome;
import io.github.connectapi.observation.CodeCardinalityLimiter;
import io.github.connectapi.session.ConnectSessionEvent;
import io.github.connectapi.session.ConnectSessionListener;

/**
 * Listener that counts failed acquisitions by operation, outcome and code, including
 * those that failed before anything was sent. Must be added to the manager as a listener.
 * Requires micrometer-core. Thread-safe.
 */
public final class ConnectFailureMetrics implements ConnectSessionListener {

	static final String FAILURES = "getty.connect.session.failures";

	static final String DESCRIPTION = "Failed acquisitions";

	private final MeterRegistry registry;

	private final Iterable<Tag> tags;

	private final CodeCardinalityLimiter codes = new CodeCardinalityLimiter();

	/**
	 * Create a listener.
	 * @param registry the registry of the counters
	 * @param tags the tags of each counter, which distinguish several managers
	 */
	public ConnectFailureMetrics(MeterRegistry registry, Iterable<Tag> tags) {
		this.registry = registry;
		this.tags = tags;
	}

	@Override
	public void onEvent(ConnectSessionEvent event) {
		if (event instanceof ConnectSessionEvent.Failed failed) {
			ConnectApiException failure = failed.failure();
			Counter.builder(FAILURES)
				.description(DESCRIPTION)
				.tags(this.tags)
				.tag("operation", failure.operation().orElse("none"))
				.tag("outcome", ConnectOutcome.of(failure).name())
				.tag("code", failure.code().map(this.codes::limit).orElse("none"))
				.register(this.registry)
				.increment();
		}
	}

}
