package io.github.connectapi.test;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * The scripted faults for each operation. Queued faults take precedence over permanent
 * ones, and those for the operation over those for any operation. Thread-safe.
 */
final class FaultScript {

	static final String ANY = "*";

	private final Map<String, Queue<Fault>> queued = new HashMap<>();

	private final Map<String, Fault> permanent = new HashMap<>();

	synchronized void enqueue(String operation, List<Fault> faults) {
		this.queued.computeIfAbsent(operation, (key) -> new ArrayDeque<>()).addAll(faults);
	}

	synchronized void always(String operation, Fault fault) {
		this.permanent.put(operation, fault);
	}

	synchronized Fault next(String operation) {
		return next(List.of(operation, ANY));
	}

	/**
	 * Return the next fault of what is no operation. One for any operation does not
	 * count.
	 */
	synchronized Fault nextWithoutOperation(String name) {
		return next(List.of(name));
	}

	private Fault next(List<String> keys) {
		for (String key : keys) {
			Queue<Fault> queue = this.queued.get(key);
			if (queue != null && !queue.isEmpty()) {
				return queue.remove();
			}
		}
		return keys.stream()
			.filter(this.permanent::containsKey)
			.findFirst()
			.map(this.permanent::get)
			.orElseGet(Fault::normal);
	}

	synchronized void clear() {
		this.queued.clear();
		this.permanent.clear();
	}

}
