package io.github.connectapi.test.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.connectapi.test.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HttpListenerTests {

	private static final int MAX_LENGTH = 10 * 1024 * 1024;

	private final HttpListeners listeners;

	HttpListenerTests() throws IOException {
		this.listeners = HttpListeners.open(0, 0, null, (request) -> {
			if (request.path().equals("/failing")) {
				throw new IllegalStateException("canary");
			}
			byte[] length = String.valueOf(request.body().length).getBytes(StandardCharsets.UTF_8);
			return ScriptedResponse.immediate(FakeResponse.empty(200).body("text/plain", length));
		});
	}

	@AfterEach
	void close() {
		this.listeners.close();
	}

	@Test
	void whenHandlerFailsThenErrorPageWithoutStackTraceIsReturned() throws Exception {
		HttpResponse<String> response = post("/failing", BodyPublishers.ofString("{}"));
		assertThat(response.statusCode()).isEqualTo(500);
		assertThat(response.body()).contains("500 Internal Server Error")
			.doesNotContain("canary", "Exception", "\tat ");
		assertThat(post("/", BodyPublishers.ofString("{}")).body()).isEqualTo("2");
	}

	@Test
	void whenBodyHasMaximumLengthThenHandlerReceivesIt() throws Exception {
		HttpResponse<String> response = post("/", BodyPublishers.ofByteArray(new byte[MAX_LENGTH]));
		assertThat(response.body()).isEqualTo(String.valueOf(MAX_LENGTH));
	}

	@Test
	void whenBodyIsTooLongThenErrorPageIsReturned() throws Exception {
		HttpResponse<String> response = post("/", BodyPublishers.ofByteArray(new byte[MAX_LENGTH + 1]));
		assertThat(response.statusCode()).isEqualTo(413);
		assertThat(response.body()).contains("413 Content Too Large");
	}

	@Test
	void whenBodyIsThreeTimesTooLongThenErrorPageIsReturnedAndServerWorks() throws Exception {
		assertThat(post("/", BodyPublishers.ofByteArray(new byte[3 * MAX_LENGTH])).statusCode()).isEqualTo(413);
		assertThat(post("/", BodyPublishers.ofString("{}")).body()).isEqualTo("2");
	}

	private HttpResponse<String> post(String path, BodyPublisher body) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.listeners.baseUrl() + path))
			.timeout(Duration.ofSeconds(20))
			.POST(body)
			.build();
		return RawClient.HTTP.send(request, BodyHandlers.ofString());
	}

}
