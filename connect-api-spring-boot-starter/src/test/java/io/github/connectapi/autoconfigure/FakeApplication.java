package io.github.connectapi.autoconfigure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.autoconfigure.endpoint.ConnectSanitizingAutoConfiguration;
import io.github.connectapi.autoconfigure.health.ConnectHealthAutoConfiguration;
import io.github.connectapi.autoconfigure.rest.ConnectRestAutoConfiguration;
import io.github.connectapi.autoconfigure.startup.ConnectStartupAutoConfiguration;
import io.github.connectapi.autoconfigure.user.ConnectUsersAutoConfiguration;
import io.github.connectapi.test.FakeConnectServer;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/**
 * Applications as the tests need them.
 */
public final class FakeApplication {

	private FakeApplication() {
	}

	/** With the auto-configurations and no properties. */
	public static ApplicationContextRunner bare() {
		return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class,
				GettyConnectAutoConfiguration.class, ConnectSanitizingAutoConfiguration.class,
				ConnectHealthAutoConfiguration.class, ConnectStartupAutoConfiguration.class,
				ConnectUsersAutoConfiguration.class, ConnectRestAutoConfiguration.class));
	}

	/** With credentials, at an address without a server. */
	public static ApplicationContextRunner configured() {
		return bare().withPropertyValues("getty.connect.base-url=http://127.0.0.1:1", "getty.connect.system-id=system",
				"getty.connect.system-password=system-secret", "getty.connect.user-name=user",
				"getty.connect.user-password=user-secret");
	}

	/** With the properties of a fake server. */
	public static ApplicationContextRunner of(FakeConnectServer server) {
		return bare().withPropertyValues(properties(server));
	}

	/** With the properties of a fake server, and a session of OAuth 2 for its user. */
	public static ApplicationContextRunner ofOAuth2(FakeConnectServer server) {
		return bare().withPropertyValues(texts(server.oauth2Properties()));
	}

	/** With the properties of a fake server, and a session of OAuth 2 without a user. */
	public static ApplicationContextRunner ofOAuth2Application(FakeConnectServer server) {
		Map<String, String> properties = new HashMap<>(server.oauth2Properties());
		properties.remove("getty.connect.user-name");
		properties.remove("getty.connect.user-password");
		return bare().withPropertyValues(texts(properties));
	}

	/** Return the properties of a fake server as {@code name=value}. */
	public static String[] properties(FakeConnectServer server) {
		return texts(server.properties());
	}

	private static String[] texts(Map<String, String> properties) {
		return properties.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + entry.getValue())
			.toArray(String[]::new);
	}

	/** Return the grants that a fake server received, in order of arrival. */
	public static List<String> grants(FakeConnectServer server) {
		return server.requests(FakeConnectServer.TOKEN_REQUEST)
			.stream()
			.map((request) -> JsonMapper.shared().readTree(request.body()).path("grant_type").asString())
			.toList();
	}

	/** Return the credentials of a fake server. */
	public static ConnectCredentials credentials(FakeConnectServer server) {
		var properties = server.properties();
		return ConnectCredentials.of(properties.get("getty.connect.system-id"),
				properties.get("getty.connect.system-password"), properties.get("getty.connect.user-name"),
				properties.get("getty.connect.user-password"));
	}

}
