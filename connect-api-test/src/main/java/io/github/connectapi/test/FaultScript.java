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
		for (String key : List.of(operation, ANY)) {
			Queue<Fault> queue = this.queued.get(key);
			if (queue != null && !queue.isEmpty()) {
				return queue.remove();
			}
		}
		return this.permanent.getOrDefault(operation, this.permanent.getOrDefault(ANY, Fault.normal()));
	}

	synchronized void clear() {
		this.queued.clear();
		this.permanent.clear();
	}

}
