package io.github.connectapi.autoconfigure;

import org.springframework.context.ConfigurableApplicationContext;

import io.github.connectapi.session.ConnectSessionEvent;
import io.github.connectapi.session.ConnectSessionListener;

/**
 * Publishes what happens to the session as events of the application, on the manager's
 * thread for listeners.
 */
record SessionEventPublisher(ConfigurableApplicationContext context) implements ConnectSessionListener {

	/** A context that closes has no listeners any more. */
	@Override
	public void onEvent(ConnectSessionEvent event) {
		if (this.context.isActive()) {
			this.context.publishEvent(event);
		}
	}

}
