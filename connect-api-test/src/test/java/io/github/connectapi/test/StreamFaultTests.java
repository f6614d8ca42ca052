package io.github.connectapi.test;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class StreamFaultTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenResponseDribblesThenBytesArriveOneByOneUntilUnblock() throws Exception {
		this.server.enqueue("CreateSession", StreamFault.dribble(Duration.ofDays(1)));
		try (InputStream body = createSession().body()) {
			assertThat(body.read()).isEqualTo('{');
			assertThat(body.available()).isZero();
			this.server.unblock();
			String rest = new String(body.readAllBytes(), StandardCharsets.UTF_8);
			assertThat(JsonMapper.shared().readTree("{" + rest).has("CreateSessionResult")).isTrue();
		}
	}

	@Test
	void whenResponseIsEndlessThenBytesArriveUntilClientCloses() throws Exception {
		this.server.enqueue("CreateSession", StreamFault.endless());
		try (InputStream body = createSession().body()) {
			assertThat(body.readNBytes(1_000_000)).hasSize(1_000_000);
		}
		assertThat(createSession().statusCode()).isEqualTo(200);
	}

	private HttpResponse<InputStream> createSession() throws Exception {
		return RawClient.HTTP.send(new RawClient(this.server)
			.request("/v1/session/CreateSession", RawClient.createSessionBody("fake-user", "fake-user-password"))
			.build(), BodyHandlers.ofInputStream());
	}

}
