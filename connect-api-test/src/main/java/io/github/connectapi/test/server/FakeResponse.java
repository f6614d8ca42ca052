package io.github.connectapi.test.server;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.connectapi.test.Internal;

/**
 * An HTTP response that has not been sent yet. Immutable.
 */
@Internal
public final class FakeResponse {

	private final int status;

	private final Map<String, String> headers;

	private final byte[] body;

	private FakeResponse(int status, Map<String, String> headers, byte[] body) {
		this.status = status;
		this.headers = headers;
		this.body = body;
	}

	public static FakeResponse empty(int status) {
		return new FakeResponse(status, Map.of(), new byte[0]);
	}

	public static FakeResponse html(int status, String title) {
		String page = "<html><head><title>%1$s</title></head><body><h1>%1$s</h1></body></html>".formatted(title);
		return empty(status).body("text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
	}

	public int status() {
		return this.status;
	}

	Map<String, String> headers() {
		return this.headers;
	}

	public byte[] body() {
		return this.body.clone();
	}

	public FakeResponse status(int status) {
		return new FakeResponse(status, this.headers, this.body);
	}

	public FakeResponse header(String name, String value) {
		Map<String, String> headers = new LinkedHashMap<>(this.headers);
		headers.put(name, value);
		return new FakeResponse(this.status, headers, this.body);
	}

	public FakeResponse body(String contentType, byte[] body) {
		return body(body).header("Content-Type", contentType);
	}

	/**
	 * Replace the body and keep the content type.
	 * @param body the body
	 * @return the changed response
	 */
	public FakeResponse body(byte[] body) {
		return new FakeResponse(this.status, this.headers, body.clone());
	}

}
