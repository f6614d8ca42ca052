package io.github.connectapi.json;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectStatus;
import io.github.connectapi.Internal;

/**
 * Envelope of a response, with the unmodified strings of the server.
 *
 * @param status the status
 * @param statuses the list of statuses
 * @param coordinationId the coordination id; empty if the server sent none
 * @param result the result; null if the server sent none
 * @param <T> the type of the result
 */
@Internal
public record Envelope<T>(String status, List<ConnectStatus> statuses, String coordinationId, @Nullable T result) {

	/**
	 * Return whether the operation was executed. A warning has a usable result, too.
	 * @return whether the result can be used
	 */
	public boolean isUsable() {
		return hasStatus("success") || hasStatus("warning");
	}

	/**
	 * Return whether the operation failed.
	 * @return whether the status is an error
	 */
	public boolean isError() {
		return hasStatus("error");
	}

	/**
	 * Return the code of the first entry of type error, or else of the first entry.
	 * @return the code; empty if there is none
	 */
	public String code() {
		return this.statuses.stream()
			.filter((status) -> status.type().strip().equalsIgnoreCase("error"))
			.findFirst()
			.or(() -> this.statuses.stream().findFirst())
			.map(ConnectStatus::code)
			.orElse("");
	}

	/**
	 * Return whether the server echoed a coordination id other than the one sent.
	 * @param sent the coordination id of the request
	 * @return whether it is another one
	 */
	public boolean hasOtherCoordinationId(String sent) {
		String echo = this.coordinationId.strip();
		return !echo.isEmpty() && !echo.equalsIgnoreCase(sent);
	}

	private boolean hasStatus(String expected) {
		return this.status.strip().toLowerCase(Locale.ROOT).equals(expected);
	}

}
