package io.github.connectapi.autoconfigure.properties;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.Secret;
import io.github.connectapi.autoconfigure.diagnostics.ConnectStartupException;
import io.github.connectapi.autoconfigure.diagnostics.StartupProblems;
import io.github.connectapi.client.ConnectClientBuilder;

/**
 * Maps properties to credentials.
 */
final class CredentialsMapper {

	/**
	 * A placeholder that Spring Boot could not resolve, and that would be sent as a
	 * password.
	 */
	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[\\w.-]+}");

	private final StartupProblems problems = new StartupProblems();

	private CredentialsMapper() {
	}

	/**
	 * Map properties to credentials.
	 * @param properties the properties
	 * @param type the type of the session that the credentials are for
	 * @return the credentials
	 * @throws ConnectStartupException if a property is missing, blank, contradictory, or
	 * a placeholder that cannot be resolved
	 */
	static ConnectCredentials map(GettyConnectProperties properties, SessionType type) {
		return new CredentialsMapper().toCredentials(properties, type);
	}

	/**
	 * Map properties to the login for the proxy, if any of them is set.
	 * @param proxy the properties
	 * @param builder the builder of the client
	 * @throws ConnectStartupException if a property is missing, blank, invalid, or a
	 * placeholder that cannot be resolved
	 */
	static void mapProxy(HttpProperties.Proxy proxy, ConnectClientBuilder builder) {
		if (StringUtils.hasText(proxy.getUsername()) || StringUtils.hasText(proxy.getPassword())) {
			new CredentialsMapper().toProxyCredentials(proxy, builder);
		}
	}

	private void toProxyCredentials(HttpProperties.Proxy proxy, ConnectClientBuilder builder) {
		String userName = require("getty.connect.http.proxy.username", proxy.getUsername(),
				"the name of the user of the proxy");
		String password = require("getty.connect.http.proxy.password", proxy.getPassword(),
				"the password of the user of the proxy");
		if (userName.contains(":")) {
			// Without the value, which may contain the password.
			this.problems.add("getty.connect.http.proxy.username", "getty.connect.http.proxy.username contains a colon",
					"Set getty.connect.http.proxy.username to the name only, and getty.connect.http.proxy.password to the password.");
		}
		this.problems.throwIfAny();
		builder.proxyCredentials(userName, Secret.of(password));
	}

	private ConnectCredentials toCredentials(GettyConnectProperties properties, SessionType type) {
		String systemId = require("getty.connect.system-id", properties.getSystemId(),
				"the system id assigned by Getty Images");
		String systemPassword = require("getty.connect.system-password", properties.getSystemPassword(),
				"the password of the system");
		if (type == SessionType.APPLICATION) {
			requireAbsent("getty.connect.user-name", properties.getUserName());
			requireAbsent("getty.connect.user-password", properties.getUserPassword());
			this.problems.throwIfAny();
			return ConnectCredentials.ofApplication(systemId, systemPassword);
		}
		String userName = require("getty.connect.user-name", properties.getUserName(), "the name of the user");
		String userPassword = require("getty.connect.user-password", properties.getUserPassword(),
				"the password of the user");
		this.problems.throwIfAny();
		return ConnectCredentials.of(systemId, systemPassword, userName, userPassword);
	}

	private void requireAbsent(String property, @Nullable String value) {
		if (StringUtils.hasText(value)) {
			this.problems.add(property,
					"%s is set, but getty.connect.session.type is 'application' and an application session has no user"
						.formatted(property),
					"Remove %s, or set getty.connect.session.type to 'user'.".formatted(property));
		}
	}

	private String require(String property, @Nullable String value, String expected) {
		if (value == null) {
			this.problems.add(property, "%s is missing".formatted(property), setAndQuote(property, expected));
			return "";
		}
		if (!StringUtils.hasText(value)) {
			this.problems.add(property, "%s is blank".formatted(property), setAndQuote(property, expected));
			return "";
		}
		if (PLACEHOLDER.matcher(value.strip()).matches()) {
			this.problems.add(property, "%s is %s, which cannot be resolved".formatted(property, value.strip()),
					"Set the environment variable or property of the placeholder to %s.".formatted(expected));
			return "";
		}
		return value;
	}

	private static String setAndQuote(String property, String expected) {
		return "Set %s to %s. Quote the value in YAML, because an unquoted 0123 is the number 83.".formatted(property,
				expected);
	}

}
