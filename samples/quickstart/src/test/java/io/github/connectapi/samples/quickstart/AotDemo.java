package io.github.connectapi.samples.quickstart;

import java.util.Map;

import org.springframework.util.Assert;

import io.github.connectapi.test.FakeConnectServer;

/**
 * Demonstrates the application with the code that Spring generated ahead of time. Throws
 * an exception if the application does not behave as expected, or if it does not run with
 * that code.
 */
final class AotDemo {

	private final FakeConnectServer server;

	AotDemo(FakeConnectServer server) {
		this.server = server;
	}

	void run() {
		try (RunningQuickstart quickstart = new RunningQuickstart(this.server, Map.of())) {
			Assert.state(quickstart.isGenerated(), "The application must run with generated code");
			System.out.println("AOT: The application runs with code that was generated ahead of time.");
			System.out.printf("AOT: Search for \"tree\": %s.%n", titles(quickstart, "tree"));
			this.server.revokeAll();
			System.out.printf("AOT: The token was revoked. Search for \"dog\" with a new session: %s.%n",
					titles(quickstart, "dog"));
			Assert.state(this.server.count("CreateSession") == 2, "There must be one more login");
			new LicensingDemo(this.server, quickstart.shop(), (line) -> System.out.printf("AOT: %s%n", line)).run();
			Assert.state(quickstart.health().equals("UP"), "The health must be UP");
		}
	}

	private static String titles(RunningQuickstart quickstart, String phrase) {
		return String.join("; ", quickstart.search().titles(phrase));
	}

}
