package io.github.connectapi.test.operation;

import java.util.List;

import io.github.connectapi.test.Internal;

/**
 * Exception thrown when an operation fails. It becomes an error envelope.
 */
@Internal
public final class OperationErrorException extends Exception {

	private static final long serialVersionUID = 1L;

	private final String code;

	private final String text;

	@SuppressWarnings("serial") // List.copyOf returns a serializable list.
	private final List<StatusEntry> details;

	/**
	 * Create an exception.
	 * @param code the documented code
	 * @param text the message of the status
	 */
	public OperationErrorException(String code, String text) {
		this(code, text, List.of());
	}

	/**
	 * Create an exception with details.
	 * @param code the documented code
	 * @param text the message of the status
	 * @param details the entries that follow in the status list
	 */
	public OperationErrorException(String code, String text, List<StatusEntry> details) {
		super(code, null, false, false);
		this.code = code;
		this.text = text;
		this.details = List.copyOf(details);
	}

	public static OperationErrorException invalidRequest(String text) {
		return new OperationErrorException("InvalidRequest", text);
	}

	String code() {
		return this.code;
	}

	String text() {
		return this.text;
	}

	List<StatusEntry> details() {
		return this.details;
	}

}
