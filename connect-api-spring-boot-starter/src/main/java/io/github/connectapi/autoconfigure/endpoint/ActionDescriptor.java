package io.github.connectapi.autoconfigure.endpoint;

/**
 * What came of an action.
 *
 * @param done whether it was done
 * @param message what that means, or why it was not done
 * @param session the session after it; what was started may still be running
 */
public record ActionDescriptor(boolean done, String message, SessionDescriptor session) {
}
