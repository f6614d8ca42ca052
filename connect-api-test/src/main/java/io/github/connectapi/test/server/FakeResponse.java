package io.github.connectapi.test.server;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.connectapi.test.Internal;
import org.jspecify.annotations.Nullable;

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

	/**
	 * Return the value of a header.
	 * @param name the name, in the case in which it was set
	 * @return the value, or {@code null} if there is no such header
	 */
	public @Nullable String header(String name) {
		return this.headers.get(name);
	}

	public byte[] body() {
		return this.body.clone();
	}

	/** Return the body itself, which must not be changed. */
	byte[] sharedBody() {
		return this.body;
	}

	/**
	 * Return the length of the body.
	 * @return the length in bytes
	 */
	public int length() {
		return this.body.length;
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

	/**
	 * Remove the body and its content type.
	 * @return the changed response
	 */
	public FakeResponse withoutBody() {
		Map<String, String> headers = new LinkedHashMap<>(this.headers);
		headers.remove("Content-Type");
		return new FakeResponse(this.status, headers, new byte[0]);
	}

}
