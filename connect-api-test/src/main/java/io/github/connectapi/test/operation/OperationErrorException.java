package io.github.connectapi.test.operation;

import io.github.connectapi.test.Internal;

/**
 * Exception thrown when an operation fails. It becomes an error envelope.
 */
@Internal
public final class OperationErrorException extends Exception {

	private static final long serialVersionUID = 1L;

	private final String code;

	private final String text;

	/**
	 * Create an exception.
	 * @param code the documented code
	 * @param text the message of the status
	 */
	public OperationErrorException(String code, String text) {
		super(code, null, false, false);
		this.code = code;
		this.text = text;
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

}
