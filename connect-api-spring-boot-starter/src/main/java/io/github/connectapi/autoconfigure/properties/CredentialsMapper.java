package io.github.connectapi.autoconfigure.properties;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.log.LogMessage;
import org.springframework.util.StringUtils;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ErrorSuppressingLog;
import io.github.connectapi.Secret;
import io.github.connectapi.autoconfigure.diagnostics.ConnectStartupException;
import io.github.connectapi.autoconfigure.diagnostics.StartupProblems;
import io.github.connectapi.autoconfigure.properties.GettyConnectProperties.OAuth2;
import io.github.connectapi.autoconfigure.properties.OriginalText.Comparison;
import io.github.connectapi.client.ConnectClientBuilder;

/**
 * Maps properties to credentials.
 */
final class CredentialsMapper {

	private static final ErrorSuppressingLog logger = ErrorSuppressingLog.of(GettyConnectProperties.LOG_CATEGORY);

	private final StartupProblems problems = new StartupProblems();

	private final GettyConnectProperties properties;

	private final @Nullable OriginalText originalText;

	CredentialsMapper(GettyConnectProperties properties, @Nullable ConfigurableEnvironment environment) {
		this.properties = properties;
		this.originalText = (environment != null) ? new OriginalText(environment) : null;
	}

	/**
	 * Map the properties to credentials.
	 * @param type the type of the session that the credentials are for
	 * @param ofUser whether that session is of a user
	 * @return the credentials
	 * @throws ConnectStartupException if a property is missing, blank, contradictory, or
	 * certainly not meant
	 */
	ConnectCredentials map(SessionType type, boolean ofUser) {
		if (type == SessionType.OAUTH2) {
			return mapOAuth2(ofUser);
		}
		requireNoOAuth2(type);
		String systemId = require("getty.connect.system-id", this.properties.getSystemId(),
				"the system id assigned by Getty Images");
		String systemPassword = require("getty.connect.system-password", this.properties.getSystemPassword(),
				"the password of the system");
		if (!ofUser) {
			requireNoUser(
					"%s is set, but getty.connect.session.type is 'application' and an application session has no user",
					"Remove %s, or set getty.connect.session.type to 'user'.");
			this.problems.throwIfAny();
			return ConnectCredentials.ofApplication(systemId, systemPassword);
		}
		String userName = requireUserName();
		String userPassword = requireUserPassword();
		this.problems.throwIfAny();
		return ConnectCredentials.of(systemId, systemPassword, userName, userPassword);
	}

	private ConnectCredentials mapOAuth2(boolean ofUser) {
		String reason = "%s is set, but getty.connect.session.type is 'oauth2', which needs an API key and its secret instead";
		String action = "Remove %s, or set getty.connect.session.type to 'user' or 'application'.";
		requireAbsent("getty.connect.system-id", this.properties.getSystemId(), reason, action);
		requireAbsent("getty.connect.system-password", this.properties.getSystemPassword(), reason, action);
		String apiKey = require("getty.connect.api-key", this.properties.getApiKey(),
				"the API key assigned by Getty Images, which is no system id");
		String apiSecret = require("getty.connect.api-secret", this.properties.getApiSecret(),
				"the secret of the API key, which is no system password");
		if (!ofUser) {
			requireNoUser("%s is set, but the application started without a user",
					"Remove %s, or restart the application.");
			this.problems.throwIfAny();
			return ConnectCredentials.ofOAuth2Application(apiKey, apiSecret);
		}
		String userName = requireUserName();
		String userPassword = requireUserPassword();
		this.problems.throwIfAny();
		return ConnectCredentials.ofOAuth2(apiKey, apiSecret, userName, userPassword);
	}

	private void requireNoOAuth2(SessionType type) {
		String reason = "%%s is set, but getty.connect.session.type is '%s'"
			.formatted(type.name().toLowerCase(Locale.ROOT));
		String action = "Remove %s, or set getty.connect.session.type to 'oauth2'.";
		requireAbsent("getty.connect.api-key", this.properties.getApiKey(), reason, action);
		requireAbsent("getty.connect.api-secret", this.properties.getApiSecret(), reason, action);
		boolean missesTypeOnly = !this.problems.isEmpty() && !StringUtils.hasText(this.properties.getSystemId())
				&& !StringUtils.hasText(this.properties.getSystemPassword());
		if (this.properties.getOauth2().isForOtherHost()) {
			this.problems.add(OAuth2.TOKEN_URI, reason.formatted(OAuth2.TOKEN_URI), action.formatted(OAuth2.TOKEN_URI));
		}
		if (missesTypeOnly) {
			this.problems.throwIfAny();
		}
	}

	private String requireUserName() {
		return require("getty.connect.user-name", this.properties.getUserName(), "the name of the user");
	}

	private String requireUserPassword() {
		return require("getty.connect.user-password", this.properties.getUserPassword(), "the password of the user");
	}

	private void requireNoUser(String reason, String action) {
		requireAbsent("getty.connect.user-name", this.properties.getUserName(), reason, action);
		requireAbsent("getty.connect.user-password", this.properties.getUserPassword(), reason, action);
	}

	/**
	 * Map the properties of the login for the proxy, if any of them is set.
	 * @param proxy the properties
	 * @param builder the builder of the client
	 * @throws ConnectStartupException if a property is missing, blank, invalid, or
	 * certainly not meant
	 */
	void mapProxy(HttpProperties.Proxy proxy, ConnectClientBuilder builder) {
		if (!StringUtils.hasText(proxy.getUsername()) && !StringUtils.hasText(proxy.getPassword())) {
			return;
		}
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

	/**
	 * Check the secret that instances share.
	 * @param property the full name of the property
	 * @param secret the value
	 * @throws ConnectStartupException if the secret is blank, or certainly not meant
	 */
	void requireSecret(String property, String secret) {
		require(property, secret, "at least 32 random characters, the same for all instances");
		// A warning does not suffice, because all instances need the same secret.
		boolean padded = this.problems.isEmpty() && SuspiciousText.hasEdgeSpace(secret);
		if (padded && !this.properties.isAllowUnusualCredentials()) {
			this.problems.add(property, "%s begins or ends with a space".formatted(property),
					"Remove the space from %s. If the value is correct, set getty.connect.allow-unusual-credentials to true."
						.formatted(property));
		}
		this.problems.throwIfAny();
	}

	/**
	 * Return a text that is not secret.
	 * @param property the full name of the property
	 * @param value the value, which may be empty
	 * @return the value
	 * @throws ConnectStartupException if the value is certainly not meant
	 */
	String requireResolved(String property, String value) {
		String suspicious = StringUtils.hasText(value) ? SuspiciousText.describe(value) : null;
		if (suspicious != null) {
			this.problems.add(property, "%s %s".formatted(property, suspicious),
					"Set %s to a text without placeholders and invisible characters.".formatted(property));
		}
		this.problems.throwIfAny();
		return value;
	}

	private void requireAbsent(String property, @Nullable String value, String reason, String action) {
		if (StringUtils.hasText(value)) {
			this.problems.add(property, reason.formatted(property), action.formatted(property));
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
		if (!this.properties.isAllowUnusualCredentials()) {
			requireUsual(property, value, expected);
		}
		return value;
	}

	private void requireUsual(String property, String value, String expected) {
		String suspicious = SuspiciousText.describe(value);
		Comparison comparison = (this.originalText != null) ? this.originalText.compare(property) : Comparison.SAME;
		if (suspicious != null) {
			this.problems.add(property, "%s %s".formatted(property, suspicious),
					"Set %s, or the environment variable or property of its placeholder, to %s. If the value is correct, set getty.connect.allow-unusual-credentials to true."
						.formatted(property, expected));
		}
		else if (comparison == Comparison.DIFFERENT) {
			this.problems.add(property,
					"%s is not quoted, and YAML changed it by reading it as a number or boolean".formatted(property),
					"Quote the value of %s in YAML, because an unquoted 0123 is the number 83. If the changed value is correct, set getty.connect.allow-unusual-credentials to true."
						.formatted(property));
		}
		else if (comparison == Comparison.UNKNOWN) {
			logger.warn(LogMessage.format(
					"%s is a number or boolean instead of text, and its original text cannot be read. Quote it if it was written differently.",
					property));
		}
		else if (SuspiciousText.hasEdgeSpace(value)) {
			logger.warn(LogMessage.format(
					"%s begins or ends with a space, which is sent as part of the value. Remove the space if it is not meant.",
					property));
		}
		else if (SuspiciousText.isQuoted(value)) {
			logger.warn(LogMessage.format(
					"%s is enclosed in quotation marks, which are sent as part of the value. Remove them if they are not meant.",
					property));
		}
	}

	private static String setAndQuote(String property, String expected) {
		return "Set %s to %s. Quote the value in YAML, because an unquoted 0123 is the number 83.".formatted(property,
				expected);
	}

}
