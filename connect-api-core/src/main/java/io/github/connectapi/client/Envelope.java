package io.github.connectapi.client;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectStatus;

/**
 * A response as the Connect API wraps it, its texts as they were sent. The result is
 * there only if the server sent one.
 */
record Envelope<T>(String status, List<ConnectStatus> statuses, String coordinationId, @Nullable T result) {

	/** Whether the operation was executed: a warning carries a usable result. */
	boolean isUsable() {
		return hasStatus("success") || hasStatus("warning");
	}

	boolean isError() {
		return hasStatus("error");
	}

	/** The code of the first entry that is an error, else of the first entry. */
	String code() {
		return this.statuses.stream()
			.filter((status) -> status.type().strip().equalsIgnoreCase("error"))
			.findFirst()
			.or(() -> this.statuses.stream().findFirst())
			.map(ConnectStatus::code)
			.orElse("");
	}

	/** Whether the server echoed another coordination id than it was sent. */
	boolean contradicts(String sent) {
		String redactor = this.coordinationId.strip();
		return !redactor.isEmpty() && !redactor.equalsIgnoreCase(sent);
	}

	private boolean hasStatus(String expected) {
		return this.status.strip().toLowerCase(Locale.ROOT).equals(expected);
	}

	/**
	 * The fields of a session result as they were sent, unchecked; null where absent.
	 */
	record SessionResult(@Nullable String token, @Nullable String secureToken, @Nullable String accountId,
			@Nullable String durationMinutes) {
	}

}
