package io.github.connectapi.test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A request that the fake server received, without its secrets: passwords and tokens are
 * replaced by {@code ***} wherever they occur. Immutable. Only the server creates
 * instances; components may be added, so the constructor is no promise.
 *
 * @param operation the name of the operation, or the empty string if the path belongs to
 * no operation or the method is not that of the operation
 * @param method the HTTP method
 * @param path the path, without the query
 * @param headers all headers, redacted; names are case-insensitive
 * @param body the JSON of the body, redacted; a body that is not a JSON object is
 * described in words instead; for a token request the fields of the form, and for an
 * operation of REST API v3 the parameters of the query, both as JSON
 * @param fieldNames the fields of the body in their order, such as
 * {@code RequestHeader.Token}; empty if the body is not a JSON object
 * @param tokenKind the kind of its token when the request arrived; a token of OAuth 2 for
 * a user is a secure one
 * @param coordinationId the coordination id as a string, or {@code null}
 * @param https whether the request was received over https
 * @param receivedAt the time of arrival by the clock of the server
 */
public record ReceivedRequest(String operation, String method, String path, Map<String, List<String>> headers,
		String body, List<String> fieldNames, TokenKind tokenKind, @Nullable String coordinationId, boolean https,
		Instant receivedAt) {

	/**
	 * Return the value of the {@code Content-Type} header.
	 * @return the value, or {@code null} if there is no such header
	 */
	public @Nullable String contentType() {
		return header("Content-Type");
	}

	/**
	 * Return the first value of a header.
	 * @param name the name of the header, case-insensitive
	 * @return the redacted value, or {@code null} if there is no such header
	 */
	public @Nullable String header(String name) {
		List<String> values = this.headers.get(name);
		return (values == null || values.isEmpty()) ? null : values.get(0);
	}

	/**
	 * Return a one-line summary without the body.
	 * @return the summary
	 */
	public String summary() {
		String name = this.operation.isEmpty() ? this.method + " " + this.path : this.operation;
		return "%s (%s, token %s, coordination id %s)".formatted(name, this.https ? "https" : "http", this.tokenKind,
				this.coordinationId);
	}

	/**
	 * Summarize requests for a failure message.
	 * @param requests the requests
	 * @return one line for each request, starting with a line break, or
	 * {@code " nothing"}
	 */
	public static String summarize(List<ReceivedRequest> requests) {
		return requests.isEmpty() ? " nothing"
				: requests.stream().map((request) -> "\n  " + request.summary()).collect(Collectors.joining());
	}

}
