package io.github.connectapi.session;

/**
 * Result of looking up the session: the session, or a pending acquisition to wait for.
 */
sealed interface SessionLookup permits CachedSession, PendingAcquisition {

}
