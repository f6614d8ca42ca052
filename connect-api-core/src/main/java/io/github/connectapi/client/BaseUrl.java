package io.github.connectapi.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where the Connect API is: scheme, host, port and perhaps a path prefix, without
 * {@code /v1}. HTTPS, because credentials travel over it; plain HTTP only to this machine
 * or when it is allowed explicitly. Immutable.
 */
public final class BaseUrl {

	/** The Connect API of Getty Images. */
	public static final String DEFAULT = "https://connect.gettyimages.com";

	private static final Pattern LOOPBACK = Pattern
		.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

	private static final Pattern VERSIONED = Pattern.compile(".*/v\\d+");

	/** A segment of dots or nothing, plain or encoded, and encoded separators. */
	private static final Pattern DETOUR = Pattern.compile(".*/((\\.|%2e){0,2}/|(\\.|%2e){1,2}$).*|.*%(2f|5c).*");

	private final String value;

	private final boolean secure;

	private BaseUrl(String value, boolean secure) {
		this.value = value;
		this.secure = secure;
	}

	/**
	 * Checks a base URL; plain HTTP is accepted for this machine only.
	 * @param url the URL, for instance {@value #DEFAULT}
	 * @return the base URL
	 * @throws IllegalArgumentException if it cannot be used; the message says why and
	 * does not repeat user information
	 */
	public static BaseUrl of(String url) {
		return of(url, false);
	}

	/**
	 * Checks a base URL.
	 * @param url the URL
	 * @param allowInsecureHttp whether plain HTTP is accepted for any host, so that
	 * credentials and tokens travel unencrypted
	 * @return the base URL
	 * @throws IllegalArgumentException if it cannot be used; the message says why and
	 * does not repeat user information
	 */
	public static BaseUrl of(String url, boolean allowInsecureHttp) {
		URI uri = parse(url);
		require(StandardCharsets.US_ASCII.newEncoder().canEncode(url),
				"must be in ASCII: a host in its xn-- form, a path percent-encoded");
		require(uri.getRawUserInfo() == null && !url.contains("@"), "must not contain a user name or password");
		require(uri.getHost() != null, "must be absolute and name a host, for example " + DEFAULT);
		require(uri.getRawQuery() == null && uri.getRawFragment() == null, "must not contain a query or a fragment");
		require(uri.getPort() != 0 && uri.getPort() <= 65535, "must name a port between 1 and 65535");
		String scheme = lowerCase(uri.getScheme());
		String host = lowerCase(uri.getHost());
		boolean secure = scheme.equals("https");
		require(secure || scheme.equals("http"), "must begin with https://");
		require(secure || allowInsecureHttp || LOOPBACK.matcher(host).matches(),
				"must begin with https:// because passwords are sent to it; "
						+ "plain http is accepted for localhost only, or when insecure http is allowed explicitly");
		String path = withoutTrailingSlashes(uri.getRawPath());
		require(!DETOUR.matcher(lowerCase(path)).matches(),
				"must not contain empty or dotted segments or encoded slashes");
		require(!VERSIONED.matcher(path).matches(),
				"must not end with a version such as /v1, which each operation adds");
		String port = (uri.getPort() >= 0) ? ":" + uri.getPort() : "";
		// Not with +, whose linking takes longer than all else here, while an application
		// starts.
		return new BaseUrl(String.join("", scheme, "://", host, port, path), secure);
	}

	/**
	 * Whether everything is sent over HTTPS.
	 * @return true for https
	 */
	public boolean isSecure() {
		return this.secure;
	}

	/** The URL, without a slash at its end. */
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

	private static URI parse(String url) {
		try {
			return new URI(url);
		}
		catch (URISyntaxException ex) {
			// The parser's message repeats the text, which may contain a password.
			throw new IllegalArgumentException("The base URL is not a URL: " + ex.getReason());
		}
	}

	private static void require(boolean condition, String rule) {
		if (!condition) {
			throw new IllegalArgumentException("The base URL " + rule);
		}
	}

	private static String lowerCase(@Nullable String text) {
		return (text != null) ? text.toLowerCase(Locale.ROOT) : "";
	}

	private static String withoutTrailingSlashes(@Nullable String path) {
		return (path != null) ? path.replaceAll("/+$", "") : "";
	}

}
