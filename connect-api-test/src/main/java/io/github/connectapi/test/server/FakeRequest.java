package io.github.connectapi.test.server;

import java.util.List;
import java.util.Map;

import io.github.connectapi.test.Internal;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request that was received completely. A class and not a record, because a
 * generated {@code toString()} would show its secrets.
 */
@Internal
public final class FakeRequest {

	private final String baseUrl;

	private final String method;

	private final String path;

	private final String query;

	private final Map<String, List<String>> headers;

	private final byte[] body;

	/**
	 * Create a request.
	 * @param baseUrl the base URL of the port that received the request
	 * @param method the HTTP method
	 * @param path the decoded path, without the query
	 * @param query the query as it was sent, or the empty string
	 * @param headers the headers; names are case-insensitive
	 * @param body the body, which must not be changed afterwards
	 */
	public FakeRequest(String baseUrl, String method, String path, String query, Map<String, List<String>> headers,
			byte[] body) {
		this.baseUrl = baseUrl;
		this.method = method;
		this.path = path;
		this.query = query;
		this.headers = headers;
		this.body = body;
	}

	public String baseUrl() {
		return this.baseUrl;
	}

	public boolean isHttps() {
		return this.baseUrl.startsWith("https:");
	}

	public String method() {
		return this.method;
	}

	public String path() {
		return this.path;
	}

	public String query() {
		return this.query;
	}

	public Map<String, List<String>> headers() {
		return this.headers;
	}

	/**
	 * Return the first value of a header.
	 * @param name the name of the header
	 * @return the value, or {@code null} if there is no such header
	 */
	public @Nullable String header(String name) {
		List<String> values = this.headers.get(name);
		return (values == null || values.isEmpty()) ? null : values.get(0);
	}

	/** Return the body itself, which must not be changed. */
	public byte[] body() {
		return this.body;
	}

}
