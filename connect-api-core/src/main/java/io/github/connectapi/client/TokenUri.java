package io.github.connectapi.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Address of the token endpoint for OAuth 2. HTTPS is required because credentials are
 * sent to it. Plain HTTP is accepted only for the local machine. Immutable.
 */
public final class TokenUri {

	/** Token endpoint of Getty Images. */
	public static final String DEFAULT = "https://authentication.gettyimages.com/oauth2/token";

	private final URI value;

	private TokenUri(URI value) {
		this.value = value;
	}

	/**
	 * Create a token URI.
	 * @param uri the URI, for instance {@value #DEFAULT}
	 * @return the token URI
	 * @throws IllegalArgumentException if the URI is invalid; the message contains the
	 * reason, but no user information
	 */
	public static TokenUri of(String uri) {
		require(!uri.contains("@"), "The token URI must not contain a user name or password");
		require(StandardCharsets.US_ASCII.newEncoder().canEncode(uri),
				"The token URI must be ASCII: use Punycode (xn--) for the host and percent-encode the path");
		URI parsed = parse(uri);
		String scheme = lowerCase(parsed.getScheme());
		require(scheme.equals("https") || scheme.equals("http"), "The token URI must begin with https://");
		require(parsed.getHost() != null, "The token URI must contain a host that java.net.URI accepts");
		require(parsed.getPort() != 0 && parsed.getPort() <= 65535,
				"The port of the token URI must be between 1 and 65535");
		require(scheme.equals("https") || BaseUrl.isLoopback(lowerCase(parsed.getHost())),
				"The token URI must begin with https:// because secrets are sent to it; plain http is accepted for localhost only");
		require(parsed.getRawQuery() == null && parsed.getRawFragment() == null,
				"The token URI must not contain a query or a fragment");
		require(!BaseUrl.isAmbiguous(lowerCase(parsed.getRawPath())),
				"The token URI must not contain empty segments, dot segments or encoded slashes");
		return new TokenUri(parsed);
	}

	URI toUri() {
		return this.value;
	}

	/** Return the URI. */
	@Override
	public String toString() {
		return this.value.toString();
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof TokenUri tokenUri && this.value.equals(tokenUri.value);
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

	private static URI parse(String uri) {
		try {
			return new URI(uri);
		}
		catch (URISyntaxException ex) {
			// Not used as the cause, because its message contains the URI.
			throw new IllegalArgumentException("The token URI is not a URI: %s".formatted(ex.getReason()));
		}
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

	private static String lowerCase(@Nullable String text) {
		return (text != null) ? text.toLowerCase(Locale.ROOT) : "";
	}

}
