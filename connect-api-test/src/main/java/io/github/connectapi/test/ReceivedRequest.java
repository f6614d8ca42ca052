package io.github.connectapi.test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * One request that the fake server received, without its secrets: passwords and tokens
 * are masked wherever they occurred. Immutable.
 *
 * @param operation the name of the operation, or the empty string when the path is none
 * of an operation
 * @param method the HTTP method
 * @param path the path, without the query
 * @param headers all headers, masked; the names ignore case
 * @param body the JSON of the body, masked; what is not a JSON object is described in
 * words instead
 * @param fieldNames the fields of the body in their order, such as
 * {@code RequestHeader.Token}; none when the body is not a JSON object
 * @param tokenKind what the token was to the server when the request arrived
 * @param coordinationId the coordination id as text, or {@code null}
 * @param https whether the request came over https
 * @param receivedAt the time by the clock of the server
 */
public record ReceivedRequest(String operation, String method, String path, Map<String, List<String>> headers,
		String body, List<String> fieldNames, TokenKind tokenKind, @Nullable String coordinationId, boolean https,
		Instant receivedAt) {

	/**
	 * {@return the value of the content type header, or {@code null}}
	 */
	public @Nullable String contentType() {
		return header("Content-Type");
	}

	/**
	 * Answers the first value of a header.
	 * @param name the name, in any case
	 * @return the value, masked, or {@code null}
	 */
	public @Nullable String header(String name) {
		List<String> values = this.headers.get(name);
		return (values == null || values.isEmpty()) ? null : values.get(0);
	}

	/**
	 * {@return one line that says what was received, without the body}
	 */
	public String summary() {
		String name = this.operation.isEmpty() ? this.method + " " + this.path : this.operation;
		return "%s (%s, token %s, coordination id %s)".formatted(name, this.https ? "https" : "http", this.tokenKind,
				this.coordinationId);
	}

	/**
	 * Lists requests for a failure message.
	 * @param requests the requests
	 * @return one line for each, beginning with a line break, or {@code " nothing"}
	 */
	public static String summarize(List<ReceivedRequest> requests) {
		return requests.isEmpty() ? " nothing"
				: requests.stream().map((request) -> "\n  " + request.summary()).collect(Collectors.joining());
	}

	static Predicate<ReceivedRequest> of(String operation) {
		return (request) -> request.operation().equals(operation);
	}

}
