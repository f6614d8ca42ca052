package io.github.connectapi.samples.quickstart;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import org.springframework.context.event.EventListener;

import io.github.connectapi.session.ConnectSessionEvent;

/**
 * Hears what happens to the session, as any bean of an application can.
 */
final class HeardEvents {

	private final List<ConnectSessionEvent> events = new CopyOnWriteArrayList<>();

	@EventListener
	void on(ConnectSessionEvent event) {
		this.events.add(event);
	}

	String kinds() {
		return this.events.stream()
			.map((event) -> event.getClass().getSimpleName() + " " + event.generation())
			.collect(Collectors.joining(", "));
	}

}
