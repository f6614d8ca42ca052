package io.github.connectapi.test.operation;

import io.github.connectapi.test.Internal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Exception thrown when an operation fails. It becomes an error envelope.
 */
@Internal
public final class OperationErrorException extends Exception {

	private static final long serialVersionUID = 1L;

	private final String code;

	private final String text;

	private final transient @Nullable ObjectNode result;

	/**
	 * Create an exception.
	 * @param code the documented code
	 * @param text the message of the status
	 */
	public OperationErrorException(String code, String text) {
		this(code, text, null);
	}

	/**
	 * Create an exception with a result, which some operations return with an error.
	 * @param code the documented code
	 * @param text the message of the status
	 * @param result the result, or {@code null} for none
	 */
	public OperationErrorException(String code, String text, @Nullable ObjectNode result) {
		super(code, null, false, false);
		this.code = code;
		this.text = text;
		this.result = result;
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

	@Nullable ObjectNode result() {
		return this.result;
	}

}
