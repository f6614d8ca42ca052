package io.github.connectapi.test;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Which fault is due for which operation. One-shot faults come first, in their order;
 * those of the operation before those of any operation.
 */
final class FaultScript {

	static final String ANY = "*";

	private final Map<String, Queue<Fault>> once = new HashMap<>();

	private final Map<String, Fault> always = new HashMap<>();

	synchronized void enqueue(String operation, List<Fault> faults) {
		this.once.computeIfAbsent(operation, (key) -> new ArrayDeque<>()).addAll(faults);
	}

	synchronized void always(String operation, Fault fault) {
		this.always.put(operation, fault);
	}

	synchronized Fault next(String operation) {
		for (String key : List.of(operation, ANY)) {
			Queue<Fault> queue = this.once.get(key);
			if (queue != null && !queue.isEmpty()) {
				return queue.remove();
			}
		}
		return this.always.getOrDefault(operation, this.always.getOrDefault(ANY, Fault.normal()));
	}

	synchronized void clear() {
		this.once.clear();
		this.always.clear();
	}

}
