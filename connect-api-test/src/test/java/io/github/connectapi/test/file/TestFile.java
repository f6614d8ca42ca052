package io.github.connectapi.test.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.github.connectapi.test.server.FakeResponse;

/**
 * A file server that serves one file, at {@code /file}.
 */
final class TestFile implements FileSource {

	static final String ETAG = "\"one\"";

	static final String LAST_MODIFIED = "Mon, 02 Jan 2012 00:00:00 GMT";

	private final String text;

	private final FileServer server = new FileServer(List.of((request) -> Optional.empty(), this));

	TestFile(String text) {
		this.text = text;
	}

	@Override
	public Optional<FakeResponse> find(FileRequest request) {
		return Optional.of(request.path())
			.filter("/file"::equals)
			.map((path) -> FakeResponse.empty(200)
				.body("text/plain", this.text.getBytes(StandardCharsets.UTF_8))
				.header("ETag", ETAG)
				.header("Last-Modified", LAST_MODIFIED));
	}

	FileServer server() {
		return this.server;
	}

	FakeResponse get(Map<String, String> headers) {
		return request("GET", headers);
	}

	FakeResponse request(String method, Map<String, String> headers) {
		return request(method, "/file", headers).orElseThrow();
	}

	Optional<FakeResponse> request(String method, String path, Map<String, String> headers) {
		Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.forEach((name, value) -> all.put(name, List.of(value)));
		return this.server.handle(method, new FileRequest("http://127.0.0.1:1", path, all));
	}

}
