package io.github.connectapi.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Servers that respond immediately with a response that must not be accepted.
 */
final class HostileResponses {

	private static final String OK = "HTTP/1.1 200 OK\r\n";

	private static final String EMPTY = "Content-Length: 0\r\n\r\n";

	private HostileResponses() {
	}

	static Stream<HostileServer> all(String elsewhere) {
		return Stream.of(ends(), lengths(), statuses(), bodies(), redirects(elsewhere)).flatMap((modes) -> modes);
	}

	private static Stream<HostileServer> ends() {
		return Stream.of(HostileServer.down("closed at once", ""),
				HostileServer.down("reset at once", (server, connection, request) -> RawServer.reset(connection)),
				HostileServer.down("closed in the head", OK + "Content-Le"),
				HostileServer.down("closed in the body", OK + "Content-Length: 500\r\n\r\n{\"Resp"),
				HostileServer.down("reset in the body", (server, connection, request) -> {
					RawServer.responding(OK + "Content-Length: 500\r\n\r\n{").respond(server, connection, request);
					RawServer.reset(connection);
				}), HostileServer.down("closed in a chunk", OK + "Transfer-Encoding: chunked\r\n\r\nff\r\n{"),
				HostileServer.down("mail", "220 mail.example ESMTP\r\n\r\n"),
				HostileServer.down("SSH", "SSH-2.0-OpenSSH_9.6\r\n\r\n"),
				HostileServer.down("a TLS alert", "\u0015\u0003\u0003\u0000\u0002\u0002\u0028\r\n\r\n"),
				HostileServer.down("HTTP 0.9", "<html></html>\r\n\r\n"),
				HostileServer.down("zeros", "\u0000".repeat(100) + "\r\n\r\n"),
				HostileServer.down("its own request",
						(server, connection, request) -> RawServer.responding(request.head() + request.body())
							.respond(server, connection, request)));
	}

	private static Stream<HostileServer> lengths() {
		return Stream.of(HostileServer.down("length -7", OK + "Content-Length: -7\r\n\r\n"),
				HostileServer.down("length many", OK + "Content-Length: many\r\n\r\n"),
				HostileServer.down("a length that exceeds a long", OK + "Content-Length: 99999999999999999999\r\n\r\n"),
				HostileServer.broken("a length that is too short", OK + "Content-Length: 9\r\n\r\n" + success()),
				HostileServer.broken("length 0 and a body", OK + EMPTY + success()),
				HostileServer.down("a chunk of length -1", OK + "Transfer-Encoding: chunked\r\n\r\n-1\r\n" + success()),
				HostileServer.down("a chunk that exceeds a long",
						OK + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n{"),
				HostileServer.down("a chunk of length zz", OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{"));
	}

	private static Stream<HostileServer> statuses() {
		return Stream.concat(
				Stream.of("000", "099", "99", "-20", "20", "2x0", "")
					.map((status) -> HostileServer.down("status " + status, "HTTP/1.1 " + status + "\r\n" + EMPTY)),
				Stream.of(HostileServer.down("status 500", "HTTP/1.1 500 Error\r\n" + EMPTY),
						HostileServer.down("status 596", "HTTP/1.1 596 Odd\r\n" + EMPTY),
						HostileServer.down("status 999", "HTTP/1.1 999 Odd\r\n" + EMPTY),
						HostileServer.down("status 101", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n"),
						HostileServer.down("status 2000", "HTTP/1.1 2000 OK\r\n" + EMPTY),
						HostileServer.broken("status 204", "HTTP/1.1 204 None\r\n\r\n"),
						HostileServer.broken("a success under 202", "HTTP/1.1 202 Accepted\r\nContent-Length: "
								+ success().length() + "\r\n\r\n" + success())));
	}

	private static Stream<HostileServer> bodies() {
		String session = "\"CreateSessionResult\":" + ResponseFixture.RESULT;
		return Stream.of(body("empty", ""), body("HTML", "<html><body>Log in to the hotel</body></html>"),
				body("zeros", "\u0000".repeat(1000)), body("not JSON", "canary"), body("null", "null"),
				body("an array", "[]"), body("an empty object", "{}"),
				body("truncated", success().substring(0, success().length() - 1)),
				body("trailing text", success() + "{}"), body("a session without a header", "{" + session + "}"),
				body("a duplicate header", "{\"ResponseHeader\":{\"Status\":\"error\"}," + success().substring(1)),
				body("a deep array", "[".repeat(60_000)), body("a deep object", "{\"a\":".repeat(10_000)),
				body("a long text", success().replace("\"token\"", "\"" + "t".repeat(30_000) + "\"")),
				body("a long number", success().replace("30}", "3".repeat(30_000) + "}")),
				body("two megabytes", success() + " ".repeat(2_000_000)),
				body("another coordination id",
						success().replace("\"Status\"",
								"\"CoordinationId\":\"11111111-1111-1111-1111-111111111111\",\"Status\"")),
				new HostileServer("an unrequested gzip bomb", HostileServer.Outcome.BROKEN,
						(server, connection, request) -> {
							RawServer.responding(OK + "Content-Encoding: gzip\r\n\r\n")
								.respond(server, connection, request);
							connection.getOutputStream().write(bomb());
						}));
	}

	private static Stream<HostileServer> redirects(String elsewhere) {
		String[] targets = { elsewhere + "/v1/session/CreateSession", elsewhere.replace("127.0.0.1", "localhost") + "/",
				elsewhere.replace("http:", "https:") + "/", "//" + elsewhere.substring(7) + "/", "/elsewhere",
				"file:///etc/passwd" };
		return Stream.concat(
				IntStream.of(300, 301, 302, 303, 304, 305, 306, 308).mapToObj((status) -> redirect(status, targets[0])),
				Stream.of(targets).map((target) -> redirect(307, target)));
	}

	private static HostileServer redirect(int status, String target) {
		return HostileServer.rejected(status + " to " + target.replaceAll("\\d{4,}", "port"),
				"HTTP/1.1 " + status + " Elsewhere\r\nLocation: " + target + "\r\n" + EMPTY);
	}

	private static HostileServer body(String name, String body) {
		return HostileServer.broken(name + " as the body",
				OK + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
	}

	private static String success() {
		return "{\"ResponseHeader\":{\"Status\":\"success\"},\"CreateSessionResult\":" + ResponseFixture.RESULT
				+ ",\"CreateApplicationSessionResult\":" + ResponseFixture.RESULT + ",\"RenewSessionResult\":"
				+ ResponseFixture.RESULT + "}";
	}

	private static byte[] bomb() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
			zipped.write(success().getBytes(StandardCharsets.UTF_8));
			zipped.write(" ".repeat(20_000_000).getBytes(StandardCharsets.US_ASCII));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
