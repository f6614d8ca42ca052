package io.github.connectapi.jdbc;

/**
 * Thrown if the store has no statements for a database.
 */
final class UnsupportedDatabaseException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	UnsupportedDatabaseException(String message) {
		super(message);
	}

}
