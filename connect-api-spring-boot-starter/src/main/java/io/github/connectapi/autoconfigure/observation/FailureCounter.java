package io.github.connectapi.autoconfigure.observation;

import org.springframework.context.event.EventListener;

import io.github.connectapi.metrics.ConnectFailureMetrics;
import io.github.connectapi.session.ConnectSessionEvent;

/**
 * Hands failures from the application's events to the meters.
 */
record FailureCounter(ConnectFailureMetrics metrics) {

	@EventListener
	void count(ConnectSessionEvent.Failed failed) {
		this.metrics.onEvent(failed);
	}

}
