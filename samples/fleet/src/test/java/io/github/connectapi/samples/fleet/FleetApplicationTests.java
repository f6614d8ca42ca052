package io.github.connectapi.samples.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import io.github.connectapi.Secret;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests two instances of the application in this process.
 */
class FleetApplicationTests {

	private static final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private static final RestartableRedis redis = new RestartableRedis();

	private static final List<ConfigurableApplicationContext> instances = new ArrayList<>();

	@BeforeAll
	static void start() {
		instances.add(startInstance());
		instances.add(startInstance());
	}

	private static ConfigurableApplicationContext startInstance() {
		Map<String, String> properties = new HashMap<>(server.properties());
		properties.put("REDIS_URL", redis.url());
		properties.put("GETTY_SHARED_SECRET", "0123456789abcdef0123456789abcdef");
		properties.put("server.port", "0");
		String[] args = properties.entrySet()
			.stream()
			.map((property) -> "--%s=%s".formatted(property.getKey(), property.getValue()))
			.toArray(String[]::new);
		return SpringApplication.from(FleetApplication::main).run(args).getApplicationContext();
	}

	@AfterAll
	static void stop() {
		instances.forEach(ConfigurableApplicationContext::close);
		redis.close();
		server.close();
	}

	@Test
	void whenBothInstancesSearchThenOneLogsIn() {
		assertThat(instances).allSatisfy((instance) -> assertThat(titles(instance)).hasSize(3));

		assertThat(instances.stream().map(FleetApplicationTests::token).distinct()).hasSize(1);
		assertThat(server.count("CreateSession")).isOne();
	}

	private static List<String> titles(ConfigurableApplicationContext instance) {
		return instance.getBean(PictureController.class).titles("tree");
	}

	private static Secret token(ConfigurableApplicationContext instance) {
		return instance.getBean(ConnectSessionManager.class).getSession().token();
	}

}
