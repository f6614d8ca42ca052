package io.github.connectapi.test;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class HeadRequestTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	@AfterEach
	void close() {
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nothing", "/v1/session/CreateSession" })
	void whenMethodIsHeadThenResponseHasLengthOfBodyButNoBody(String path) throws Exception {
		HttpResponse<String> get = send("GET", path);
		HttpResponse<String> head = send("HEAD", path);
		assertThat(head.statusCode()).isEqualTo(get.statusCode());
		assertThat(head.body()).isEmpty();
		assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(get.body().length());
	}

	@Test
	void whenHeadWasSentThenConnectionIsUsable() throws Exception {
		send("HEAD", "/nothing");
		assertThat(send("GET", "/nothing").body()).contains("404 Not Found");
	}

	private HttpResponse<String> send(String method, String path) throws Exception {
		return RawClient.HTTP.send(HttpRequest.newBuilder(URI.create(this.server.baseUrl() + path))
			.timeout(Duration.ofSeconds(20))
			.method(method, BodyPublishers.noBody())
			.build(), BodyHandlers.ofString());
	}

}
