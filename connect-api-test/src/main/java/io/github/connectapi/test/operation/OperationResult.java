package io.github.connectapi.test.operation;

import java.util.ArrayList;
import java.util.List;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.operation.StatusEntry.Severity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The result of a successful operation. Its status in the envelope is a warning if there
 * are warnings.
 *
 * @param json the result, or {@code null} for JSON null
 * @param entries the entries of the status list
 */
@Internal
public record OperationResult(@Nullable ObjectNode json, List<StatusEntry> entries) {

	public OperationResult {
		entries = List.copyOf(entries);
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
		return with(new StatusEntry(Severity.WARNING, code, message));
	}

	/**
	 * Return a copy with another entry.
	 * @param entry the entry
	 * @return the copy
	 */
	public OperationResult with(StatusEntry entry) {
		List<StatusEntry> all = new ArrayList<>(this.entries);
		all.add(entry);
		return new OperationResult(this.json, all);
	}

	boolean hasWarning() {
		return this.entries.stream().anyMatch((entry) -> entry.severity() == Severity.WARNING);
	}

}
