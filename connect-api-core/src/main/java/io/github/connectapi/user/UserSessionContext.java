package io.github.connectapi.user;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.acquisition.AcquisitionPool;
import io.github.connectapi.acquisition.AcquisitionGate;
import io.github.connectapi.ConnectApiException;
import io.github.connectapi.session.ConnectSessionEvent;
import io.github.connectapi.session.SessionStateMachine;

/**
 * What the sessions of all users share.
 */
interface UserSessionContext {

	/** Create the state machine of a user, with what is remembered of him. */
	SessionStateMachine createStateMachine(UserSession user);

	UserCredentialsReader credentials();

	UserBackoffs backoffs();

	AcquisitionPool pool();

	AcquisitionGate gate();

	/** Return the permits for users. */
	UserPermits users();

	/** Return why no acquisition may start now; null if it may. */
	@Nullable ConnectApiException refusal(String key, @Nullable String systemId);

	/** Return whether there is room for another user. Evicts one if necessary. */
	boolean admit(UserSession user);

	/** Return an equal string, the same for all users. */
	String intern(String systemId);

	/** Remove a user whose state has ended. */
	void remove(UserSession user);

	void publish(String key, ConnectSessionEvent event);

}
