package io.github.connectapi;

import java.io.Serializable;

/**
 * Entry of the {@code StatusList} of a response. The strings originate from the server.
 * They are truncated and their control characters are escaped, so that each fits into one
 * line of a log.
 *
 * @param type the severity: Information, Warning or Error
 * @param code the category, for instance {@code InvalidUsernameOrPassword}; empty if the
 * server returned none
 * @param message the description by the server; empty if the server returned none
 * @serial exclude
 */
@SuppressWarnings("InvalidBlockTag")
public record ConnectStatus(String type, String code, String message) implements Serializable {
}
