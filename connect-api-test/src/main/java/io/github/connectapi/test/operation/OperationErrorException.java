package io.github.connectapi.test.operation;

import java.util.List;

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

	@SuppressWarnings("serial") // List.copyOf returns a serializable list.
	private final List<StatusEntry> details;

	/**
	 * Create an exception.
	 * @param code the documented code
	 * @param text the message of the status
	 */
	public OperationErrorException(String code, String text) {
		this(code, text, List.of(), null);
	}

	/**
	 * Create an exception with details.
	 * @param code the documented code
	 * @param text the message of the status
	 * @param details the entries that follow in the status list
	 */
	public OperationErrorException(String code, String text, List<StatusEntry> details) {
		this(code, text, details, null);
	}

	/**
	 * Create an exception with a result, which some operations return with an error.
	 * @param code the documented code
	 * @param text the message of the status
	 * @param result the result
	 */
	public OperationErrorException(String code, String text, ObjectNode result) {
		this(code, text, List.of(), result);
	}

	private OperationErrorException(String code, String text, List<StatusEntry> details, @Nullable ObjectNode result) {
		super(code, null, false, false);
		this.code = code;
		this.text = text;
		this.details = List.copyOf(details);
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

	List<StatusEntry> details() {
		return this.details;
	}

}
