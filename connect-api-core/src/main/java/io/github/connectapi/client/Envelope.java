package io.github.connectapi.client;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectStatus;

/**
 * Envelope of a response, with the unmodified strings of the server. The result is null
 * if the server sent none.
 */
record Envelope<T>(String status, List<ConnectStatus> statuses, String coordinationId, @Nullable T result) {

	/** Return whether the operation was executed. A warning has a usable result, too. */
	boolean isUsable() {
		return hasStatus("success") || hasStatus("warning");
	}

	boolean isError() {
		return hasStatus("error");
	}

	/** Return the code of the first entry of type error, or else of the first entry. */
	String code() {
		return this.statuses.stream()
			.filter((status) -> status.type().strip().equalsIgnoreCase("error"))
			.findFirst()
			.or(() -> this.statuses.stream().findFirst())
			.map(ConnectStatus::code)
			.orElse("");
	}

	/** Return whether the server echoed a coordination id other than the one sent. */
	boolean hasOtherCoordinationId(String sent) {
		String echo = this.coordinationId.strip();
		return !echo.isEmpty() && !echo.equalsIgnoreCase(sent);
	}

	private boolean hasStatus(String expected) {
		return this.status.strip().toLowerCase(Locale.ROOT).equals(expected);
	}

}
