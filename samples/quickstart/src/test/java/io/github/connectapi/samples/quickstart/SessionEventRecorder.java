package io.github.connectapi.samples.quickstart;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.context.event.EventListener;

import io.github.connectapi.session.ConnectSessionEvent;

/**
 * Records the events of the session. Any bean of an application can listen to them.
 */
final class SessionEventRecorder {

	private final List<ConnectSessionEvent> events = new CopyOnWriteArrayList<>();

	@EventListener
	void onEvent(ConnectSessionEvent event) {
		this.events.add(event);
	}

	List<ConnectSessionEvent> events() {
		return this.events;
	}

}
