package io.github.connectapi.client;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectExceptionCopier;
import io.github.connectapi.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Puts a canary into every secret and every body, and verifies that no exception contains
 * it.
 */
@Timeout(60)
class ExceptionSecrecyTests {

	private static final String CANARY = "canary";

	private static final ConnectCredentials CREDENTIALS = ConnectCredentials.of("system", "canary-system-password",
			"user", "canary-user-password");

	private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\nConnection: close\r\n\r\n";

	static Stream<Named<RawServer.Script>> responses() {
		String html = "<html><body>canary</body></html>";
		return Stream
			.of(bodies(),
					Stream.of(named("html under 404", status("404 Not canary", html)),
							named("html under 500", status("500 canary", html)),
							named("html under 401", status("401 canary", html)),
							named("redirect", RawServer.responding(
									"HTTP/1.1 302 Found\r\nLocation: http://canary\r\nContent-Length: 0\r\n\r\n")),
							named("cut body", RawServer.responding(HEAD + "{\"canary")),
							named("repeated as the status line",
									(server, connection, request) -> RawServer.responding(request.body() + "\r\n\r\n")
										.respond(server, connection, request)),
							named("repeated as a header",
									(server, connection, request) -> RawServer
										.responding("HTTP/1.1 200 OK\r\n" + request.body() + "\r\n\r\n")
										.respond(server, connection, request)),
							named("odd header", RawServer.responding("HTTP/1.1 200 OK\r\nA B: canary\u0001\r\n\r\n")),
							named("odd header value",
									RawServer.responding("HTTP/1.1 200 OK\r\nA: canary\u0001\r\n\r\n")),
							named("odd length",
									RawServer.responding("HTTP/1.1 200 OK\r\nContent-Length: canary\r\n\r\n")),
							named("odd chunk",
									RawServer.responding(
											"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\ncanary\r\n"))))
			.flatMap((each) -> each);
	}

	private static Stream<Named<RawServer.Script>> bodies() {
		return Stream
			.of("canary", "{\"canary", "{\"ResponseHeader\":{\"canary\":1,\"canary\":1}}",
					ResponseFixture.success("{\"Token\":\"canary\",\"TokenDurationMinutes\":\"canary\"}"),
					ResponseFixture.success("{\"Token\":\"canary\\n\",\"TokenDurationMinutes\":30}"),
					ResponseFixture
						.success("{\"Token\":\"canary\",\"SecureToken\":\"canary x\",\"TokenDurationMinutes\":30}"),
					ResponseFixture.success("{\"Token\":\"t\",\"AccountId\":\"canary x\",\"TokenDurationMinutes\":30}"),
					ResponseFixture.success("canary"), ResponseFixture.success("\"canary\""),
					ResponseFixture.envelope(ResponseFixture.header("canary", "[]"), ResponseFixture.RESULT),
					ResponseFixture.envelope("{\"Status\":\"success\",\"CoordinationId\":\"canary\"}",
							ResponseFixture.RESULT),
					ResponseFixture.envelope("{\"Status\":\"error\",\"canary\":\"canary\"}", "\"canary\""),
					"canary".repeat(20_000))
			.map((body) -> body.replace(ResponseFixture.ID, ""))
			.map((body) -> named(body.substring(0, Math.min(120, body.length())), RawServer.ok(body)));
	}

	@ParameterizedTest
	@MethodSource("responses")
	void whenACallFailsThenTheExceptionContainsNoSecret(RawServer.Script script) throws Exception {
		try (RawServer server = RawServer.start(script);
				ConnectClient client = ClientFixture.client(server.baseUrl())) {
			assertClean(catchThrowableOfType(ConnectApiException.class,
					() -> client.createSession(CREDENTIALS, ClientFixture.LONG)));
			assertClean(catchThrowableOfType(ConnectApiException.class,
					() -> client.renewSession(Secret.of("canary-token"), CREDENTIALS, ClientFixture.LONG)));
		}
	}

	private static void assertClean(ConnectApiException failure) throws Exception {
		StringWriter trace = new StringWriter();
		ConnectExceptionCopier.copyForCaller(failure).printStackTrace(new PrintWriter(trace));
		assertThat(trace.toString()).doesNotContain(CANARY);
		assertThat(failure.failure().toString()).doesNotContain(CANARY);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		new ObjectOutputStream(bytes).writeObject(failure);
		assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).doesNotContain(CANARY);
	}

	private static RawServer.Script status(String status, String body) {
		return RawServer.responding("HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
	}

	private static Named<RawServer.Script> named(String name, RawServer.Script script) {
		return Named.of(name, script);
	}

}
