package io.github.connectapi.test.operation;

import java.util.ArrayList;
import java.util.List;

import io.github.connectapi.test.Internal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The result of a successful operation. Its status in the envelope is a warning if there
 * are warnings.
 *
 * @param json the result, or {@code null} for JSON null
 * @param warnings the warnings
 */
@Internal
public record OperationResult(@Nullable ObjectNode json, List<Warning> warnings) {

	public OperationResult {
		warnings = List.copyOf(warnings);
	}

	public static OperationResult of(ObjectNode json) {
		return new OperationResult(json, List.of());
	}

	/** Return the result of an operation that returns nothing. */
	public static OperationResult empty() {
		return new OperationResult(null, List.of());
	}

	/**
	 * Return a copy with another warning.
	 * @param code the documented code
	 * @param message the message
	 * @return the copy
	 */
	public OperationResult withWarning(String code, String message) {
		List<Warning> all = new ArrayList<>(this.warnings);
		all.add(new Warning(code, message));
		return new OperationResult(this.json, all);
	}

	/**
	 * A warning in the status list.
	 *
	 * @param code the documented code
	 * @param message the message
	 */
	@Internal
	public record Warning(String code, String message) {

	}

}
