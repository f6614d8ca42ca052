package io.github.connectapi.client;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * Servers that keep a client waiting, idle or with data that never end.
 */
final class HostileStalls {

	private static final String OK = "HTTP/1.1 200 OK\r\n";

	private HostileStalls() {
	}

	/** Nothing is to be done meanwhile, so no processor may be busy. */
	static Stream<Hostile> idle() {
		return Stream.of(stalling("no answer", ""), stalling("half a status line", "HTTP/1.1 2"),
				stalling("half a head", OK + "Content-Le"),
				stalling("a head and no body", OK + "Content-Length: 9\r\n\r\n"),
				stalling("half a body", OK + "Content-Length: 500\r\n\r\n{"),
				stalling("a length that is too long",
						OK + "Content-Length: 70000\r\n\r\n" + Reading.success(Reading.RESULT)),
				stalling("half a chunk", OK + "Transfer-Encoding: chunked\r\n\r\nff\r\n{"),
				stalling("no last chunk", OK + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"),
				stalling("100 and nothing more", "HTTP/1.1 100 Continue\r\n\r\n"),
				stalling("103 and nothing more", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"),
				dripping("a dripping status line", "", "HTTP/1.1 200 " + "O".repeat(2000)),
				dripping("a dripping head", OK + "X-A: ", "b".repeat(2000)),
				dripping("a dripping body", OK + "\r\n", " ".repeat(2000)),
				dripping("dripping chunks", OK + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n".repeat(500)));
	}

	/** Data without end, as fast as they are read. */
	static Stream<Hostile> floods() {
		return Stream.of(flood("endless interim answers", Hostile.Outcome.DOWN, "", "HTTP/1.1 100 Continue\r\n\r\n"),
				flood("an endless status line", Hostile.Outcome.DOWN, "HTTP/1.1 200 ", "O"),
				flood("an endless header", Hostile.Outcome.DOWN, OK + "X-A: ", "b"),
				flood("endless headers", Hostile.Outcome.DOWN, OK, "X-A: b\r\n"),
				flood("an endless body", Hostile.Outcome.BROKEN, OK + "\r\n", " "),
				flood("a body of a terabyte", Hostile.Outcome.BROKEN, OK + "Content-Length: 1099511627776\r\n\r\n",
						" "),
				flood("endless chunks", Hostile.Outcome.BROKEN, OK + "Transfer-Encoding: chunked\r\n\r\n",
						"4\r\n    \r\n"),
				flood("an endless chunk extension", Hostile.Outcome.DOWN, OK + "Transfer-Encoding: chunked\r\n\r\n4;",
						"a"),
				flood("endless trailers", Hostile.Outcome.BROKEN, OK + "Transfer-Encoding: chunked\r\n\r\n0\r\n",
						"X-A: b\r\n"));
	}

	private static Hostile stalling(String name, String beginning) {
		return Hostile.down(name, (server, connection, request) -> {
			write(connection, beginning);
			server.isClosedWithin(60_000);
		});
	}

	private static Hostile dripping(String name, String beginning, String drops) {
		return Hostile.down(name, (server, connection, request) -> {
			write(connection, beginning);
			for (int i = 0; i < drops.length() && !server.isClosedWithin(10); i++) {
				connection.getOutputStream().write(drops.charAt(i));
			}
		});
	}

	private static Hostile flood(String name, Hostile.Outcome outcome, String beginning, String part) {
		byte[] parts = part.repeat(8192 / part.length()).getBytes(StandardCharsets.US_ASCII);
		return new Hostile(name, outcome, (server, connection, request) -> {
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
