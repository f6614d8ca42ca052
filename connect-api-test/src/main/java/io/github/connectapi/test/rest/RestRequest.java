package io.github.connectapi.test.rest;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.server.FakeRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request for a REST operation. A class and not a record, because a generated
 * {@code toString()} would show its token.
 */
@Internal
public final class RestRequest {

	private static final String BEARER = "bearer ";

	private final RestOperation operation;

	private final FakeRequest http;

	private final String id;

	private final Map<String, String> parameters;

	RestRequest(RestOperation operation, FakeRequest http, String id, Map<String, String> parameters) {
		this.operation = operation;
		this.http = http;
		this.id = id;
		this.parameters = Map.copyOf(parameters);
	}

	public RestOperation operation() {
		return this.operation;
	}

	public FakeRequest http() {
		return this.http;
	}

	/**
	 * Return the parameters of the query.
	 * @return the decoded parameters
	 */
	public Map<String, String> parameters() {
		return this.parameters;
	}

	/**
	 * Return the token.
	 * @return the token, or {@code null} if there is no {@code Authorization} header with
	 * the scheme {@code Bearer}
	 */
	public @Nullable String token() {
		String value = this.http.header("Authorization");
		if (value == null || !value.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
			return null;
		}
		String token = value.substring(BEARER.length()).strip();
		return token.isEmpty() ? null : token;
	}

	/** Return the id in the path, or the empty string if the path has none. */
	String id() {
		return this.id;
	}

	Optional<String> parameter(String name) {
		return Optional.ofNullable(this.parameters.get(name)).filter((value) -> !value.isBlank());
	}

}
