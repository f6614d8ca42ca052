package io.github.connectapi.samples.fleet;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The instances of an application, each a process of its own. All of them are ended when
 * the fleet is closed, and no other is started afterwards.
 */
final class Fleet implements AutoCloseable {

	private final String mainClass;

	private final Path logs;

	private final Map<Integer, Instance> instances = new TreeMap<>();

	private int starts;

	private boolean closed;

	/**
	 * Create a fleet without instances.
	 * @param mainClass the class with the main method of the application
	 * @param logs the directory for the logs
	 */
	Fleet(String mainClass, Path logs) {
		this.mainClass = mainClass;
		this.logs = logs;
	}

	/**
	 * Start an instance. If there was one with this number, it must have ended.
	 */
	synchronized Instance start(int number, Map<String, String> environment) {
		if (this.closed) {
			throw new IllegalStateException("The story has ended");
		}
		Path log = this.logs.resolve("%02d-instance-%d.log".formatted(++this.starts, number));
		Instance instance = Instance.start(number, this.mainClass, environment, log);
		this.instances.put(number, instance);
		return instance;
	}

	synchronized Map<Integer, Instance> instances() {
		return new TreeMap<>(this.instances);
	}

	/** End the processes, each by its id. */
	@Override
	public synchronized void close() {
		this.closed = true;
		this.instances.values().forEach(Instance::kill);
	}

}
