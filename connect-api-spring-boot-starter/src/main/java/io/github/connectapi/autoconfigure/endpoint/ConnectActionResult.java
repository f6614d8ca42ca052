package io.github.connectapi.autoconfigure.endpoint;

import io.github.connectapi.session.ConnectSessionSnapshot;

/**
 * Result of an action on a session. Only the endpoint creates instances; components may
 * be added.
 *
 * @param performed whether the action was performed
 * @param message the effect of the action, or the reason why it was not performed
 * @param session the session after the action; an acquisition that the action started may
 * still be running
 */
public record ConnectActionResult(boolean performed, String message, ConnectSessionSnapshot session) {

}
