package io.github.connectapi.test;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import tools.jackson.databind.node.ObjectNode;

/**
 * An HTTP answer that is not yet sent. Immutable.
 */
final class FakeResponse {

	private final int status;

	private final Map<String, String> headers;

	private final byte[] body;

	private FakeResponse(int status, Map<String, String> headers, byte[] body) {
		this.status = status;
		this.headers = headers;
		this.body = body;
	}

	static FakeResponse empty(int status) {
		return new FakeResponse(status, Map.of(), new byte[0]);
	}

	static FakeResponse json(ObjectNode envelope) {
		return empty(200).body("application/json; charset=utf-8", Json.MAPPER.writeValueAsBytes(envelope));
	}

	static FakeResponse html(int status, String title) {
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

	FakeResponse status(int status) {
		return new FakeResponse(status, this.headers, this.body);
	}

	FakeResponse header(String name, String value) {
		Map<String, String> headers = new LinkedHashMap<>(this.headers);
		headers.put(name, value);
		return new FakeResponse(this.status, headers, this.body);
	}

	FakeResponse body(String contentType, byte[] body) {
		return new FakeResponse(this.status, this.headers, body).header("Content-Type", contentType);
	}

	/** Changes the envelope; leaves an answer that is none alone. */
	FakeResponse edit(UnaryOperator<ObjectNode> edit) {
		ObjectNode envelope = Json.objectOrNull(this.body);
		if (envelope == null) {
			return this;
		}
		return new FakeResponse(this.status, this.headers, Json.MAPPER.writeValueAsBytes(edit.apply(envelope)));
	}

}
