package io.github.connectapi.session;

/**
 * Is told what happens to a session. A manager tells its listeners on a thread of their
 * own, one event after the other: a listener that is slow or throws delays and harms
 * nothing but other listeners. Events of changes that happen on two threads at the same
 * moment may come in either order; their generations tell which session each is about. If
 * a thousand events wait, further ones are dropped.
 */
@FunctionalInterface
public interface ConnectSessionListener {

	/**
	 * Something happened.
	 * @param event what; without a secret
	 */
	void onEvent(ConnectSessionEvent event);

}
