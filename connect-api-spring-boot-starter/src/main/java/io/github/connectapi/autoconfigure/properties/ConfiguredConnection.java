package io.github.connectapi.autoconfigure.properties;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.StringUtils;

import io.github.connectapi.ErrorSuppressingLog;
import io.github.connectapi.Internal;
import io.github.connectapi.autoconfigure.diagnostics.ConnectStartupException;
import io.github.connectapi.autoconfigure.diagnostics.StartupProblem;
import io.github.connectapi.client.BaseUrl;

/**
 * Base URL and SSL bundle configured by properties. The properties are read once, because
 * a rebind would reach only some of the beans that were created with them. A property is
 * validated only when its value is requested. Thread-safe.
 */
@Internal
public final class ConfiguredConnection {

	private final String baseUrl;

	private final boolean insecureHttpAllowed;

	private final SessionType type;

	private final @Nullable String bundleName;

	private final @Nullable SslBundles bundles;

	/**
	 * Create a connection.
	 * @param properties the properties
	 * @param bundles the SSL bundles of the application; null if there are none
	 */
	public ConfiguredConnection(GettyConnectProperties properties, @Nullable SslBundles bundles) {
		this.baseUrl = properties.getBaseUrl().trim();
		this.insecureHttpAllowed = properties.isAllowInsecureHttp();
		this.type = properties.getSession().getType();
		this.bundleName = properties.getSsl().getBundle();
		this.bundles = bundles;
	}

	/**
	 * Return the base URL.
	 * @return the base URL
	 * @throws ConnectStartupException if the property is invalid
	 */
	public BaseUrl getBaseUrl() {
		if (this.baseUrl.isEmpty()) {
			throw new ConnectStartupException(
					new StartupProblem("getty.connect.base-url", "getty.connect.base-url is blank", baseUrlAction()),
					null);
		}
		try {
			return BaseUrl.of(this.baseUrl, this.insecureHttpAllowed);
		}
		catch (IllegalArgumentException ex) {
			throw new ConnectStartupException(new StartupProblem("getty.connect.base-url",
					"getty.connect.base-url is invalid. %s".formatted(ex.getMessage()), baseUrlAction()), ex);
		}
	}

	private String baseUrlAction() {
		try {
			BaseUrl.of(this.baseUrl, true);
			return "Use https:// in getty.connect.base-url, or set getty.connect.allow-insecure-http to true if passwords may be sent unencrypted.";
		}
		catch (IllegalArgumentException ex) {
			return "Set getty.connect.base-url to a URL such as %s, or remove the property to use that default."
				.formatted(BaseUrl.DEFAULT);
		}
	}

	/**
	 * Return the name of the SSL bundle.
	 * @return the name; empty if none is configured
	 */
	public String getBundleName() {
		return (this.bundleName != null) ? this.bundleName : "";
	}

	/**
	 * Run an action after each update of the SSL bundle.
	 * @param action the action
	 */
	public void onBundleUpdate(Runnable action) {
		if (this.bundles != null && StringUtils.hasText(this.bundleName)) {
			this.bundles.addBundleUpdateHandler(this.bundleName, (updated) -> action.run());
		}
	}

	/**
	 * Return the SSL bundle.
	 * @return the bundle; null if none is configured
	 * @throws ConnectStartupException if there is no such bundle, or if nothing uses TLS
	 */
	public @Nullable SslBundle getSslBundle() {
		String name = this.bundleName;
		if (!StringUtils.hasText(name)) {
			return null;
		}
		// The token endpoint of OAuth 2 may use https.
		if (this.type != SessionType.OAUTH2 && !getBaseUrl().isSecure()) {
			throw new ConnectStartupException(new StartupProblem("getty.connect.ssl.bundle",
					"getty.connect.ssl.bundle is set, but getty.connect.base-url uses http://",
					"Use https:// in getty.connect.base-url, or remove getty.connect.ssl.bundle."), null);
		}
		return getSslBundle(name);
	}

	private SslBundle getSslBundle(String name) {
		if (this.bundles == null) {
			throw unknownBundle(name, "none", null);
		}
		try {
			return this.bundles.getBundle(name);
		}
		catch (NoSuchSslBundleException ex) {
			String existing = StringUtils.collectionToDelimitedString(this.bundles.getBundleNames(), ", ");
			throw unknownBundle(name, existing.isEmpty() ? "none" : existing, ex);
		}
	}

	private static ConnectStartupException unknownBundle(String name, String existing, @Nullable Throwable cause) {
		return new ConnectStartupException(new StartupProblem("getty.connect.ssl.bundle",
				"getty.connect.ssl.bundle is '%s', but there is no SSL bundle with that name".formatted(name),
				"Set getty.connect.ssl.bundle to the name of an SSL bundle (existing bundles: %s), or define the bundle, for example with spring.ssl.bundle.pem.%s.truststore.certificate."
					.formatted(existing, name)),
				cause);
	}

	/**
	 * Describe an SSL bundle that cannot be loaded.
	 * @param cause the cause in parentheses
	 * @return the problem, without details of the bundle
	 */
	public static StartupProblem unloadableBundle(String cause) {
		return new StartupProblem("getty.connect.ssl.bundle",
				"The SSL bundle of getty.connect.ssl.bundle cannot be loaded %s".formatted(cause),
				"Correct the certificates, keys and passwords of the bundle under spring.ssl.bundle.");
	}

}
