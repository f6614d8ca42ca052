package io.github.connectapi.autoconfigure;

import org.springframework.beans.factory.BeanCreationNotAllowedException;
import org.springframework.context.ConfigurableApplicationContext;

import io.github.connectapi.session.ConnectSessionEvent;
import io.github.connectapi.session.ConnectSessionListener;

/**
 * {@link ConnectSessionListener} that publishes each event in the application context, on
 * the listener thread of the manager.
 */
record ApplicationEventSessionListener(ConfigurableApplicationContext context) implements ConnectSessionListener {

	@Override
	public void onEvent(ConnectSessionEvent event) {
		try {
			if (this.context.isActive()) {
				this.context.publishEvent(event);
			}
		}
		catch (BeanCreationNotAllowedException ex) {
			// The context is closing, and its listeners with it.
		}
	}

}
