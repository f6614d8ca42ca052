package io.github.connectapi.session;

/**
 * Listener that is notified of the events of a session. A manager notifies its listeners
 * on a separate thread, one event after the other. A slow listener delays only the other
 * listeners. An exception of a listener is logged and affects nothing else. Events of
 * simultaneous changes on two threads may arrive in either order; their generation
 * identifies the session. If 1000 events are waiting, further ones are dropped.
 */
@FunctionalInterface
public interface ConnectSessionListener {

	/**
	 * Handle an event.
	 * @param event the event, which contains no secret
	 */
	void onEvent(ConnectSessionEvent event);

}
