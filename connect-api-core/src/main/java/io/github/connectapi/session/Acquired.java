package io.github.connectapi.session;

import io.github.connectapi.ConnectSession;

/**
 * A session as the server answered it.
 *
 * @param session the session
 * @param renewed whether it came by RenewSession
 * @param sent when the request was sent that was answered with it: from there its
 * lifetime counts
 */
record Acquired(ConnectSession session, boolean renewed, ClockReading sent) {
}
