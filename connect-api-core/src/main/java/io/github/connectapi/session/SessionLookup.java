package io.github.connectapi.session;

import java.util.function.Function;

import io.github.connectapi.ConnectSession;

/**
 * Result of looking up the session: the session, or a pending acquisition to wait for.
 */
sealed interface SessionLookup permits CachedSession, PendingAcquisition {

	/** Apply the function for the type of this result. */
	<T> T map(Function<ConnectSession, T> whenCached, Function<PendingAcquisition, T> whenPending);

}
