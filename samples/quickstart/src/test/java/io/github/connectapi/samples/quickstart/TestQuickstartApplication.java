package io.github.connectapi.samples.quickstart;

import io.github.connectapi.test.FakeConnectServer;

/**
 * Runs the application on a fake Connect API, and tells what can be seen of it.
 */
final class TestQuickstartApplication {

	private TestQuickstartApplication() {
	}

	public static void main(String[] args) throws InterruptedException {
		try (FakeConnectServer server = FakeConnectServer.builder().tokenLifetimeMinutes(1).start()) {
			new Story(server).tell();
		}
	}

}
