package io.github.connectapi.test;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.file.Rendition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class RenditionFilesTests {

	private static final String IMAGE = Catalog.get().images().get(0).id();

	private static FakeConnectServer server;

	@BeforeAll
	static void start() {
		server = FakeConnectServer.builder().https(false).start();
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@ParameterizedTest
	@EnumSource
	void whenAddressIsOpenedThenPictureIsReturned(Rendition rendition) throws Exception {
		HttpResponse<byte[]> response = get(rendition.url(server.baseUrl(), IMAGE));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).startsWith(0xff, 0xd8);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("image/jpeg");
		assertThat(response.headers().firstValue("Cache-Control")).hasValue("public, max-age=3600");
		assertThat(response.headers().firstValue("Last-Modified")).isPresent();
	}

	@Test
	void whenPictureIsNotModifiedThenStatusIs304() throws Exception {
		String url = Rendition.THUMB.url(server.baseUrl(), IMAGE);
		String tag = get(url).headers().firstValue("ETag").orElseThrow();
		HttpResponse<byte[]> response = get(url, "If-None-Match", tag);
		assertThat(response.statusCode()).isEqualTo(304);
		assertThat(response.body()).isEmpty();
	}

	@Test
	void whenAssetIsVideoThenItsFirstSceneIsReturned() throws Exception {
		String video = Catalog.get().videos().get(0).id();
		String scene = Catalog.get().videos().get(0).storyboardImageIds().get(0);
		assertThat(get(Rendition.THUMB.url(server.baseUrl(), video)).body())
			.isEqualTo(get(Rendition.THUMB.url(server.baseUrl(), scene)).body());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/assets/1-thumb.jpg", "/assets/99999999999999999999999999-thumb.jpg", "/assets/", "/",
			"/assets/..%2f-thumb.jpg", "/downloads/", "/downloads/unknown" })
	void whenPathIsUnknownThenStatusIs404(String path) throws Exception {
		assertThat(get(server.baseUrl() + path).statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "huge", "THUMB", "-", "thumb.jpg" })
	void whenRenditionIsUnknownThenStatusIs404(String name) throws Exception {
		assertThat(get("%s/assets/%s-%s.jpg".formatted(server.baseUrl(), IMAGE, name)).statusCode()).isEqualTo(404);
	}

	private static HttpResponse<byte[]> get(String url, String... headers) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return RawClient.HTTP.send(request.build(), BodyHandlers.ofByteArray());
	}

}
