package io.github.connectapi.samples.fleet;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.github.connectapi.test.FakeConnectServer;

/**
 * Starts a fake Connect API, a Redis and three processes of the unchanged application,
 * and prints how they share a session. Exits with 1 if they do not behave as expected.
 */
final class TestFleetApplication {

	private static final Path LOGS = Path.of("target", "fleet");

	private TestFleetApplication() {
	}

	public static void main(String[] args) {
		try (FakeConnectServer server = FakeConnectServer.builder().tokenLifetimeMinutes(1).https(false).start();
				RestartableRedis redis = new RestartableRedis();
				Fleet fleet = new Fleet(FleetApplication.class.getName(), LOGS)) {
			// Not every end of this process runs the rest of this method.
			Runtime.getRuntime().addShutdownHook(new Thread(fleet::close));
			new FleetDemo(server, redis, fleet, environment(server, redis)).run();
		}
		catch (Exception | AssertionError ex) {
			System.out.printf("The story failed: %s. The logs of the instances are in %s.%n", ex.getMessage(),
					LOGS.toAbsolutePath());
			ex.printStackTrace();
			System.exit(1);
		}
	}

	/**
	 * Return the configuration of a deployment, and settings that make the story short.
	 */
	private static Map<String, String> environment(FakeConnectServer server, RestartableRedis redis) {
		Map<String, String> properties = server.properties();
		Map<String, String> environment = new HashMap<>();
		environment.put("REDIS_URL", redis.url());
		environment.put("GETTY_SYSTEM_ID", properties.get("getty.connect.system-id"));
		environment.put("GETTY_SYSTEM_PASSWORD", properties.get("getty.connect.system-password"));
		environment.put("GETTY_USER_NAME", properties.get("getty.connect.user-name"));
		environment.put("GETTY_USER_PASSWORD", properties.get("getty.connect.user-password"));
		environment.put("GETTY_SHARED_SECRET", UUID.randomUUID().toString());
		environment.put("GETTY_CONNECT_BASE_URL", properties.get("getty.connect.base-url"));
		environment.put("GETTY_CONNECT_SESSION_RENEW_AT", "0.12");
		environment.put("GETTY_CONNECT_SESSION_RENEW_JITTER", "0");
		environment.put("GETTY_CONNECT_SESSION_SHARED_POLL_INTERVAL", "2s");
		// Three processes that start at the same time are slow on a small machine.
		environment.put("GETTY_CONNECT_SESSION_SHARED_TIMEOUT", "5s");
		environment.put("GETTY_CONNECT_SESSION_SHARED_CONNECT_TIMEOUT", "20s");
		environment.put("MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE", "gettyconnect");
		environment.put("SERVER_ADDRESS", "127.0.0.1");
		environment.put("SERVER_PORT", "0");
		return environment;
	}

}
