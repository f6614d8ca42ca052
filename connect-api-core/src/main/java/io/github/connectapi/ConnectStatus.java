package io.github.connectapi;

import java.io.Serializable;

/**
 * One entry of a response's {@code StatusList}. Its texts come from the server; they were
 * cut and their control characters escaped, so they fit into one line of a log.
 *
 * @param type the severity: Information, Warning or Error
 * @param code the category, for instance {@code InvalidUsernameOrPassword}; empty if the
 * server gave none
 * @param message what the server says about it; empty if it says nothing
 * @serial exclude
 */
@SuppressWarnings("InvalidBlockTag")
public record ConnectStatus(String type, String code, String message) implements Serializable {
}
