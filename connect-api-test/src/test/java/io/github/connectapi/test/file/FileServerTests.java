package io.github.connectapi.test.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.github.connectapi.test.server.FakeResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FileServerTests {

	private final TestFile file = new TestFile("0123456789");

	@Test
	void whenSourceHasFileThenItIsReturnedWithItsHeaders() {
		FakeResponse response = this.file.get(Map.of());
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.body()).asString().isEqualTo("0123456789");
		assertThat(response.header("Accept-Ranges")).isEqualTo("bytes");
		assertThat(response.header("ETag")).isEqualTo(TestFile.ETAG);
		assertThat(response.header("Last-Modified")).isEqualTo(TestFile.LAST_MODIFIED);
	}

	@Test
	void whenNoSourceHasFileThenThereIsNoResponse() {
		assertThat(this.file.request("GET", "/other", Map.of())).isEmpty();
		assertThat(this.file.request("DELETE", "/other", Map.of())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "PUT", "DELETE", "OPTIONS", "get" })
	void whenMethodIsNotGetOrHeadThenStatusIs405(String method) {
		FakeResponse response = this.file.request(method, Map.of());
		assertThat(response.status()).isEqualTo(405);
		assertThat(response.header("Allow")).isEqualTo("GET, HEAD");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"one\"", "W/\"one\"", "\"two\", \"one\"", "*" })
	void whenEntityTagMatchesThenStatusIs304(String tags) {
		FakeResponse response = this.file.get(Map.of("If-None-Match", tags));
		assertThat(response.status()).isEqualTo(304);
		assertThat(response.body()).isEmpty();
		assertThat(response.header("ETag")).isEqualTo(TestFile.ETAG);
		assertThat(response.header("Content-Type")).isNull();
	}

	@Test
	void whenEntityTagDiffersThenFileIsReturned() {
		assertThat(this.file.get(Map.of("If-None-Match", "\"two\"", "If-Modified-Since", TestFile.LAST_MODIFIED)))
			.extracting(FakeResponse::status)
			.isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { TestFile.LAST_MODIFIED, "Tue, 03 Jan 2012 00:00:00 GMT" })
	void whenNotModifiedSinceThenStatusIs304(String date) {
		assertThat(this.file.get(Map.of("If-Modified-Since", date)).status()).isEqualTo(304);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Sun, 01 Jan 2012 00:00:00 GMT", "yesterday", "" })
	void whenModifiedSinceOrDateIsInvalidThenFileIsReturned(String date) {
		assertThat(this.file.get(Map.of("If-Modified-Since", date)).status()).isEqualTo(200);
	}

	@Test
	void whenSourceSetsNoEntityTagThenItDependsOnTheContent() {
		assertThat(entityTag("a")).matches("\"[0-9a-f]+\"").isEqualTo(entityTag("a")).isNotEqualTo(entityTag("b"));
	}

	private static String entityTag(String text) {
		FileServer server = new FileServer(List.of((request) -> Optional
			.of(FakeResponse.empty(200).body("text/plain", text.getBytes(StandardCharsets.UTF_8)))));
		return Objects.requireNonNull(server.handle("GET", new FileRequest("http://127.0.0.1:1", "/", Map.of()))
			.orElseThrow()
			.header("ETag"));
	}

}
