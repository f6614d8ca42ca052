package io.github.connectapi.acquisition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * States of systems by their ids. Bounded: the system that was used longest ago is
 * forgotten first, unless it backs off. Not thread-safe.
 */
final class SystemBackoffs {

	private static final int MAX_EXAMINED = 16;

	private final int maxSystems;

	private final Map<String, SystemBackoff> systems = new LinkedHashMap<>(16, 0.75f, true);

	SystemBackoffs(int maxSystems) {
		this.maxSystems = maxSystems;
	}

	SystemBackoff get(String systemId) {
		return this.systems.getOrDefault(systemId, SystemBackoff.INITIAL);
	}

	void update(String systemId, UnaryOperator<SystemBackoff> function, long nanos) {
		SystemBackoff next = function.apply(get(systemId));
		if (next.equals(SystemBackoff.INITIAL)) {
			this.systems.remove(systemId);
			return;
		}
		this.systems.put(systemId, next);
		if (this.systems.size() > this.maxSystems) {
			this.systems.remove(eldest(nanos));
		}
	}

	private String eldest(long nanos) {
		return this.systems.entrySet()
			.stream()
			.limit(MAX_EXAMINED)
			.filter((entry) -> entry.getValue().isReplaceable(nanos))
			.findFirst()
			.map(Map.Entry::getKey)
			.orElseGet(() -> this.systems.keySet().iterator().next());
	}

	void reset() {
		this.systems.clear();
	}

	int backingOff(long nanos) {
		return (int) this.systems.values().stream().filter((system) -> system.isBackingOff(nanos)).count();
	}

}
