package io.github.connectapi.test;

/**
 * An operation says no. Becomes an error envelope.
 */
final class OperationErrorException extends Exception {

	private static final long serialVersionUID = 1L;

	private final String code;

	private final String text;

	OperationErrorException(String code, String text) {
		super(code, null, false, false);
		this.code = code;
		this.text = text;
	}

	static OperationErrorException invalidRequest(String text) {
		return new OperationErrorException("InvalidRequest", text);
	}

	String code() {
		return this.code;
	}

	String text() {
		return this.text;
	}

}
