package io.github.connectapi.autoconfigure;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.StringUtils;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.client.BaseUrl;

/**
 * The properties as connection details. Credentials are those of the last binding;
 * everything else is read once, because a rebind of it would reach only some of the beans
 * that were made with it. Complains only about what it is asked for.
 */
final class PropertiesConnectConnectionDetails implements ConnectConnectionDetails {

	private static final Log logger = LogFactory.getLog(ConnectConnectionDetails.class);

	private final GettyConnectProperties properties;

	private final String baseUrl;

	private final boolean insecureHttpAllowed;

	private final @Nullable String bundle;

	private final @Nullable SslBundles bundles;

	private final Set<String> watched = ConcurrentHashMap.newKeySet();

	PropertiesConnectConnectionDetails(GettyConnectProperties properties, @Nullable SslBundles bundles) {
		this.properties = properties;
		this.baseUrl = properties.getBaseUrl().trim();
		this.insecureHttpAllowed = properties.isAllowInsecureHttp();
		this.bundle = properties.getSsl().getBundle();
		this.bundles = bundles;
	}

	@Override
	public BaseUrl getBaseUrl() {
		String url = this.baseUrl;
		try {
			return url.isEmpty() ? BaseUrl.of(BaseUrl.DEFAULT) : BaseUrl.of(url, this.insecureHttpAllowed);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConnectPropertyException(
					PropertyProblem.of("base-url", "cannot be used: " + ex.getMessage(), remedy(url)), ex);
		}
	}

	private static String remedy(String url) {
		try {
			BaseUrl.of(url, true);
			return "Let getty.connect.base-url begin with https://, or set getty.connect.allow-insecure-http=true "
					+ "if passwords may travel unencrypted.";
		}
		catch (IllegalArgumentException ex) {
			return "Correct getty.connect.base-url: scheme, host, perhaps a port and a path, as in " + BaseUrl.DEFAULT
					+ ", which is also what is used without it.";
		}
	}

	@Override
	public ConnectCredentials getCredentials() {
		return this.properties.credentials();
	}

	@Override
	public @Nullable SslBundle getSslBundle() {
		String name = this.bundle;
		if (!StringUtils.hasText(name)) {
			return null;
		}
		if (!getBaseUrl().isSecure()) {
			throw new InvalidConnectPropertyException(
					PropertyProblem.of("ssl.bundle", "is set, but getty.connect.base-url begins with http://",
							"Let getty.connect.base-url begin with https://, or remove getty.connect.ssl.bundle."),
					null);
		}
		return bundle(name);
	}

	private SslBundle bundle(String name) {
		if (this.bundles == null) {
			throw unknownBundle(name, List.of(), null);
		}
		try {
			SslBundle bundle = this.bundles.getBundle(name);
			if (this.watched.add(name)) {
				this.bundles.addBundleUpdateHandler(name, (updated) -> logger
					.info("SSL bundle '" + name + "' was updated; the next exchange with the Connect API uses it"));
			}
			return bundle;
		}
		catch (NoSuchSslBundleException ex) {
			throw unknownBundle(name, this.bundles.getBundleNames(), ex);
		}
	}

	private static InvalidConnectPropertyException unknownBundle(String name, List<String> known,
			@Nullable Throwable cause) {
		String existing = known.isEmpty() ? "there are none" : "there are: " + String.join(", ", known);
		return new InvalidConnectPropertyException(
				PropertyProblem.of("ssl.bundle", "names the SSL bundle '" + name + "', which does not exist",
						"Set getty.connect.ssl.bundle to the name of an SSL bundle (" + existing
								+ "), or define it, for example with spring.ssl.bundle.pem." + name
								+ ".truststore.certificate."),
				cause);
	}

}
