package io.github.connectapi.samples.quickstart;

import org.springframework.aot.AotDetector;

import io.github.connectapi.test.FakeConnectServer;

/**
 * Runs the application on a fake Connect API, and tells what can be seen of it. With
 * {@code -Dspring.aot.enabled=true} that is less.
 */
final class TestQuickstartApplication {

	private TestQuickstartApplication() {
	}

	public static void main(String[] args) throws InterruptedException {
		try (FakeConnectServer server = FakeConnectServer.builder().tokenLifetimeMinutes(1).start()) {
			if (AotDetector.useGeneratedArtifacts()) {
				new GeneratedStory(server).tell();
			}
			else {
				new Story(server).tell();
			}
		}
	}

}
