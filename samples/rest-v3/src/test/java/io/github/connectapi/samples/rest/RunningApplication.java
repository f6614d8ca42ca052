package io.github.connectapi.samples.rest;

import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import io.github.connectapi.test.FakeConnectServer;

/**
 * The unchanged application with a fake Connect API.
 *
 * @param context the application
 */
record RunningApplication(ConfigurableApplicationContext context) implements AutoCloseable {

	static RunningApplication start(FakeConnectServer server) {
		Map<String, String> properties = new HashMap<>(server.oauth2Properties());
		properties.put("spring.main.banner-mode", "off");
		properties.put("logging.level.root", "warn");
		properties.put("logging.level.io.github.connectapi", "off");
		String[] args = properties.entrySet()
			.stream()
			.map((property) -> "--" + property.getKey() + "=" + property.getValue())
			.toArray(String[]::new);
		return new RunningApplication(SpringApplication.from(RestApplication::main).run(args).getApplicationContext());
	}

	Pictures pictures() {
		return this.context.getBean(Pictures.class);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
