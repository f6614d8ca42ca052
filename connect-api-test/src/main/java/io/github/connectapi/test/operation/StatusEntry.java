package io.github.connectapi.test.operation;

import io.github.connectapi.test.Internal;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the status list in a response.
 *
 * @param severity the severity
 * @param code the documented code
 * @param message the message
 */
@Internal
public record StatusEntry(Severity severity, String code, @Nullable String message) {

	/**
	 * The severity of an entry.
	 */
	@Internal
	public enum Severity {

		/** An entry that does not change the status of the response. */
		INFORMATION("Information"),

		/** An entry that makes the response a warning. */
		WARNING("Warning"),

		/** An entry that makes the response an error. */
		ERROR("Error");

		private final String wireName;

		Severity(String wireName) {
			this.wireName = wireName;
		}

		String wireName() {
			return this.wireName;
		}

	}

}
