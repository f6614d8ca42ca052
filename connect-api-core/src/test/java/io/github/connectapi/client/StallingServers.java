package io.github.connectapi.client;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * Servers that keep a client waiting, either idle or with endless data.
 */
final class StallingServers {

	private static final String OK = "HTTP/1.1 200 OK\r\n";

	private StallingServers() {
	}

	/** Return servers that send little, so that the client must not use CPU time. */
	static Stream<HostileServer> idle() {
		return Stream.of(stalling("no response", ""), stalling("half a status line", "HTTP/1.1 2"),
				stalling("half a head", OK + "Content-Le"),
				stalling("a head and no body", OK + "Content-Length: 9\r\n\r\n"),
				stalling("half a body", OK + "Content-Length: 500\r\n\r\n{"),
				stalling("a length that is too long",
						OK + "Content-Length: 70000\r\n\r\n" + ResponseFixture.success(ResponseFixture.RESULT)),
				stalling("half a chunk", OK + "Transfer-Encoding: chunked\r\n\r\nff\r\n{"),
				stalling("no last chunk", OK + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"),
				stalling("100 and nothing more", "HTTP/1.1 100 Continue\r\n\r\n"),
				stalling("103 and nothing more", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"),
				dribbling("a dribbling status line", "", "HTTP/1.1 200 " + "O".repeat(2000)),
				dribbling("a dribbling head", OK + "X-A: ", "b".repeat(2000)),
				dribbling("a dribbling body", OK + "\r\n", " ".repeat(2000)),
				dribbling("dribbling chunks", OK + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n".repeat(500)));
	}

	/** Return servers that send endless data as fast as it is read. */
	static Stream<HostileServer> floods() {
		return Stream.of(
				flood("endless interim responses", HostileServer.Outcome.DOWN, "", "HTTP/1.1 100 Continue\r\n\r\n"),
				flood("an endless status line", HostileServer.Outcome.DOWN, "HTTP/1.1 200 ", "O"),
				flood("an endless header", HostileServer.Outcome.DOWN, OK + "X-A: ", "b"),
				flood("endless headers", HostileServer.Outcome.DOWN, OK, "X-A: b\r\n"),
				flood("an endless body", HostileServer.Outcome.BROKEN, OK + "\r\n", " "),
				flood("a body of a terabyte", HostileServer.Outcome.BROKEN,
						OK + "Content-Length: 1099511627776\r\n\r\n", " "),
				flood("endless chunks", HostileServer.Outcome.BROKEN, OK + "Transfer-Encoding: chunked\r\n\r\n",
						"4\r\n    \r\n"),
				flood("an endless chunk extension", HostileServer.Outcome.DOWN,
						OK + "Transfer-Encoding: chunked\r\n\r\n4;", "a"),
				flood("endless trailers", HostileServer.Outcome.DOWN, OK + "Transfer-Encoding: chunked\r\n\r\n0\r\n",
						"X-A: b\r\n"));
	}

	private static HostileServer stalling(String name, String beginning) {
		return HostileServer.down(name, (server, connection, request) -> {
			write(connection, beginning);
			server.isClosedWithin(60_000);
		});
	}

	private static HostileServer dribbling(String name, String beginning, String parts) {
		return HostileServer.down(name, (server, connection, request) -> {
			write(connection, beginning);
			for (int i = 0; i < parts.length() && !server.isClosedWithin(10); i++) {
				connection.getOutputStream().write(parts.charAt(i));
			}
		});
	}

	private static HostileServer flood(String name, HostileServer.Outcome outcome, String beginning, String part) {
		byte[] parts = part.repeat(8192 / part.length()).getBytes(StandardCharsets.US_ASCII);
		return new HostileServer(name, outcome, (server, connection, request) -> {
			write(connection, beginning);
			while (!server.isClosedWithin(0)) {
				connection.getOutputStream().write(parts);
				server.written(parts.length);
			}
		});
	}

	private static void write(Socket connection, String bytes) throws IOException {
		connection.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
	}

}
