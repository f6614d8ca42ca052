package io.github.connectapi.samples.quickstart;

import org.springframework.aot.AotDetector;

import io.github.connectapi.test.FakeConnectServer;

/**
 * Runs the application with a fake Connect API and prints its behavior. With
 * {@code -Dspring.aot.enabled=true} it runs a shorter demo on generated code.
 */
final class TestQuickstartApplication {

	private TestQuickstartApplication() {
	}

	public static void main(String[] args) throws InterruptedException {
		try (FakeConnectServer server = FakeConnectServer.builder().tokenLifetimeMinutes(1).start()) {
			if (AotDetector.useGeneratedArtifacts()) {
				new AotDemo(server).run();
			}
			else {
				new QuickstartDemo(server).run();
			}
		}
	}

}
