package io.github.connectapi.live;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.connectapi.test.FakeConnectServer;

/**
 * Environment variables for a check of the fake server.
 */
final class FakeEnvironment {

	private FakeEnvironment() {
	}

	/** Run the check on a fake server, for {@code spring-boot:test-run}. */
	public static void main(String[] args) {
		try (FakeConnectServer server = FakeConnectServer.builder().https(false).start()) {
			int status = LiveCheck.run(of(server), System.out);
			if (status != 0) {
				throw new IllegalStateException("The check ended with the status " + status);
			}
		}
	}

	static Map<String, String> of(FakeConnectServer server) {
		Map<String, String> properties = server.properties();
		Map<String, String> environment = new HashMap<>();
		for (String name : List.of("base-url", "system-id", "system-password", "user-name", "user-password")) {
			environment.put("GETTY_CONNECT_" + name.toUpperCase(Locale.ROOT).replace('-', '_'),
					properties.get("getty.connect." + name));
		}
		return environment;
	}

}
