package io.github.connectapi.benchmarks.start;

import java.lang.management.ManagementFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Starts, says how long the JVM took until then, and is gone.
 */
@SpringBootApplication
public class StartApplication {

	/**
	 * Starts.
	 * @param args properties
	 */
	public static void main(String[] args) {
		SpringApplication.run(StartApplication.class, args);
	}

	@EventListener(ApplicationReadyEvent.class)
	void ready() {
		// First, and of the bean that Boot has just asked for its own line.
		long millis = ManagementFactory.getRuntimeMXBean().getUptime();
		double cpuMillis = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
		long classes = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
		System.out.println("ready " + millis + " " + cpuMillis + " " + classes);
		Runtime.getRuntime().halt(0);
	}

}
