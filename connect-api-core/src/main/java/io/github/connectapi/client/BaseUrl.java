package io.github.connectapi.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Base URL of the Connect API: scheme, host, port and an optional path prefix, without
 * {@code /v1}. HTTPS is required because credentials are sent to it. Plain HTTP is
 * accepted only for the local machine or when it is allowed explicitly. Immutable.
 */
public final class BaseUrl {

	/** Base URL of the Connect API of Getty Images. */
	public static final String DEFAULT = "https://connect.gettyimages.com";

	private static final Pattern LOOPBACK = Pattern
		.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

	private static final Pattern VERSIONED = Pattern.compile(".*/v\\d+");

	/** Empty segments and dot segments, plain or encoded, and encoded separators. */
	private static final Pattern AMBIGUOUS_PATH = Pattern
		.compile(".*/((\\.|%2e){0,2}/|(\\.|%2e){1,2}$).*|.*%(2f|5c).*");

	/** Scheme, host and port, with or without characters that a URI may contain. */
	private static final Pattern AUTHORITY = Pattern
		.compile("(?i)[a-z][a-z0-9+.-]*://(?<host>\\[[^]/?#]*]|[^:/?#]*)(:(?<port>[^/?#]*))?");

	private final String value;

	private final boolean secure;

	private BaseUrl(String value, boolean secure) {
		this.value = value;
		this.secure = secure;
	}

	/**
	 * Create a base URL. Plain HTTP is accepted for the local machine only.
	 * @param url the URL, for instance {@value #DEFAULT}
	 * @return the base URL
	 * @throws IllegalArgumentException if the URL is invalid; the message contains the
	 * reason, but no user information
	 */
	public static BaseUrl of(String url) {
		return of(url, false);
	}

	/**
	 * Create a base URL.
	 * @param url the URL
	 * @param allowInsecureHttp whether plain HTTP is accepted for any host, so that
	 * credentials and tokens are sent unencrypted
	 * @return the base URL
	 * @throws IllegalArgumentException if the URL is invalid; the message contains the
	 * reason, but no user information
	 */
	public static BaseUrl of(String url, boolean allowInsecureHttp) {
		require(!url.contains("@"), "The base URL must not contain a user name or password");
		require(StandardCharsets.US_ASCII.newEncoder().canEncode(url),
				"The base URL must be ASCII: use Punycode (xn--) for the host and percent-encode the path");
		require(url.chars().noneMatch((character) -> Character.isWhitespace(character)),
				"The base URL must not contain spaces or line breaks");
		requireAuthority(AUTHORITY.matcher(url));
		URI uri = parse(url);
		require(uri.getHost() != null,
				"The host of the base URL is not a host name or an IP address that java.net.URI accepts");
		require(uri.getRawQuery() == null && uri.getRawFragment() == null,
				"The base URL must not contain a query or a fragment");
		String scheme = lowerCase(uri.getScheme());
		String host = lowerCase(uri.getHost());
		boolean secure = scheme.equals("https");
		require(secure || scheme.equals("http"), "The base URL must begin with https://");
		require(secure || allowInsecureHttp || isLoopback(host),
				"The base URL must begin with https:// because secrets are sent to it; plain http is accepted for localhost only, or when insecure http is allowed explicitly");
		String path = withoutTrailingSlashes(uri.getRawPath());
		require(!isAmbiguous(lowerCase(path)),
				"The base URL must not contain empty segments, dot segments or encoded slashes");
		require(!VERSIONED.matcher(path).matches(),
				"The base URL must not end with a version such as /v1 or /v3, which is part of the path of each operation");
		String port = (uri.getPort() >= 0) ? ":" + uri.getPort() : "";
		// String.join instead of +, whose linking would slow down the startup of an
		// application.
		return new BaseUrl(String.join("", scheme, "://", host, port, path), secure);
	}

	/**
	 * Return whether everything is sent over HTTPS.
	 * @return true for https
	 */
	public boolean isSecure() {
		return this.secure;
	}

	/** Return the URL, without a trailing slash. */
	@Override
	public String toString() {
		return this.value;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof BaseUrl baseUrl && this.value.equals(baseUrl.value);
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

	/** Return whether a host is the local machine. */
	static boolean isLoopback(String host) {
		return LOOPBACK.matcher(host).matches();
	}

	/** Return whether servers may read a path, in lower case, in different ways. */
	static boolean isAmbiguous(String path) {
		return AMBIGUOUS_PATH.matcher(path).matches();
	}

	/** Explain what {@link URI} rejects or accepts without a reason. */
	private static void requireAuthority(Matcher url) {
		require(url.lookingAt(), "The base URL must begin with https://");
		String host = url.group("host");
		require(!host.isEmpty(), "The base URL must contain a host");
		require(host.startsWith("[") || !host.contains("_"),
				"The host of the base URL must not contain an underscore, which java.net.URI does not accept: use another name or the IP address of the host");
		require(isPort(url.group("port")), "The port of the base URL must be between 1 and 65535");
	}

	private static boolean isPort(@Nullable String port) {
		if (port == null || port.isEmpty()) {
			return true;
		}
		return port.matches("\\d{1,5}") && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65535;
	}

	private static URI parse(String url) {
		try {
			return new URI(url);
		}
		catch (URISyntaxException ex) {
			// Not used as the cause, because its message contains the URL, which may
			// contain a password.
			throw new IllegalArgumentException("The base URL is not a URL: %s".formatted(ex.getReason()));
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

	private static String withoutTrailingSlashes(@Nullable String path) {
		return (path != null) ? path.replaceAll("/+$", "") : "";
	}

}
