package io.github.connectapi.user;

import io.github.connectapi.session.ConnectSessionEvent;

/**
 * Listener that is notified of the events of the sessions of all users, on one thread,
 * one event after the other. A slow listener delays only the other listeners. An
 * exception of a listener is logged and affects nothing else. If 10,000 events are
 * waiting, further ones are dropped. An eviction is not an event.
 */
@FunctionalInterface
public interface ConnectUserSessionListener {

	/**
	 * Handle an event.
	 * @param key the key of the user, which may be personal data
	 * @param event the event, which contains no secret
	 */
	void onEvent(String key, ConnectSessionEvent event);

}
