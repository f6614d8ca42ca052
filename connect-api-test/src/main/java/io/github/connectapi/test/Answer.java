package io.github.connectapi.test;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import tools.jackson.databind.node.ObjectNode;

/**
 * An HTTP answer that is not yet sent. Immutable.
 */
final class Answer {

	private final int status;

	private final Map<String, String> headers;

	private final byte[] body;

	private Answer(int status, Map<String, String> headers, byte[] body) {
		this.status = status;
		this.headers = headers;
		this.body = body;
	}

	static Answer empty(int status) {
		return new Answer(status, Map.of(), new byte[0]);
	}

	static Answer json(ObjectNode envelope) {
		return empty(200).body("application/json; charset=utf-8", Json.MAPPER.writeValueAsBytes(envelope));
	}

	static Answer html(int status, String title) {
		String page = "<html><head><title>%1$s</title></head><body><h1>%1$s</h1></body></html>".formatted(title);
		return empty(status).body("text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
	}

	int status() {
		return this.status;
	}

	Map<String, String> headers() {
		return this.headers;
	}

	byte[] body() {
		return this.body.clone();
	}

	Answer status(int status) {
		return new Answer(status, this.headers, this.body);
	}

	Answer header(String name, String value) {
		Map<String, String> headers = new LinkedHashMap<>(this.headers);
		headers.put(name, value);
		return new Answer(this.status, headers, this.body);
	}

	Answer body(String contentType, byte[] body) {
		return new Answer(this.status, this.headers, body).header("Content-Type", contentType);
	}

	/** Changes the envelope; leaves an answer that is none alone. */
	Answer edit(UnaryOperator<ObjectNode> edit) {
		ObjectNode envelope = Json.objectOrNull(this.body);
		if (envelope == null) {
			return this;
		}
		return new Answer(this.status, this.headers, Json.MAPPER.writeValueAsBytes(edit.apply(envelope)));
	}

}
