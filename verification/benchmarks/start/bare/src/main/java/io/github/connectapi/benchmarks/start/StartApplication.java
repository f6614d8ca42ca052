package io.github.connectapi.benchmarks.start;

import java.lang.management.ManagementFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Starts, prints the measurements of the start and halts the JVM.
 */
@SpringBootApplication
public class StartApplication {

	/**
	 * Run the application.
	 * @param args the properties
	 */
	public static void main(String[] args) {
		SpringApplication.run(StartApplication.class, args);
	}

	@EventListener(ApplicationReadyEvent.class)
	void ready() {
		// Read the uptime first. Boot has just read the same value for its own log line.
		long millis = ManagementFactory.getRuntimeMXBean().getUptime();
		double cpuMillis = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
		long classes = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
		System.out.println("ready " + millis + " " + cpuMillis + " " + classes);
		Runtime.getRuntime().halt(0);
	}

}
