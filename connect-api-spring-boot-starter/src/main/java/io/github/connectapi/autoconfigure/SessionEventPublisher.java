package io.github.connectapi.autoconfigure;

import org.springframework.beans.factory.BeanCreationNotAllowedException;
import org.springframework.context.ConfigurableApplicationContext;

import io.github.connectapi.session.ConnectSessionEvent;
import io.github.connectapi.session.ConnectSessionListener;

/**
 * Publishes what happens to the session as events of the application, on the manager's
 * thread for listeners.
 */
record SessionEventPublisher(ConfigurableApplicationContext context) implements ConnectSessionListener {

	@Override
	public void onEvent(ConnectSessionEvent event) {
		try {
			if (this.context.isActive()) {
				this.context.publishEvent(event);
			}
		}
		catch (BeanCreationNotAllowedException ex) {
			// The context is on its way out, and so are its listeners.
		}
	}

}
