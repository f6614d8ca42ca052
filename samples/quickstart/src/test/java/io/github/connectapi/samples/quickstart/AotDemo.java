package io.github.connectapi.samples.quickstart;

import java.util.Map;

import org.springframework.util.Assert;

import io.github.connectapi.test.FakeConnectServer;

/**
 * A short story of the application as Spring generated it ahead of time. Ends with an
 * exception if it was not started so, or something else happens.
 */
final class GeneratedStory {

	private final FakeConnectServer server;

	GeneratedStory(FakeConnectServer server) {
		this.server = server;
	}

	void tell() {
		try (RunningQuickstart quickstart = new RunningQuickstart(this.server, Map.of())) {
			Assert.state(quickstart.isGenerated(), "The application was started from its annotations");
			System.out.println("AOT: started from generated code.");
			System.out.println("AOT: found " + String.join("; ", quickstart.search().titles("tree")) + ".");
			this.server.revokeAll();
			System.out.println(
					"AOT: found with another session " + String.join("; ", quickstart.search().titles("dog")) + ".");
			Assert.state(quickstart.session().generation() == 2, "The session was created anew");
			Assert.state(quickstart.health().equals("UP"), "The session is up");
		}
	}

}
