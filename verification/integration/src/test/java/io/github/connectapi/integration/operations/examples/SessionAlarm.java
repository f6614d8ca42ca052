package io.github.connectapi.integration.operations.examples;

import io.github.connectapi.session.ConnectSessionEvent;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class SessionAlarm {

	private final Notifier notifier;

	SessionAlarm(Notifier notifier) {
		this.notifier = notifier;
	}

	@EventListener
	void on(ConnectSessionEvent.Rejected event) {
		this.notifier.send("Getty Images rejects our credentials: " + event.failure().code().orElse("no code"));
	}

}
