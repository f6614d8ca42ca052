package io.github.connectapi.transport;

import java.io.IOException;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * What a server does after it received a request.
 */
enum SoakResponse {

	COMPLETE,

	DELAYED,

	IN_PARTS,

	CHUNKED,

	INTERIM,

	/** The following requests get no response. */
	FORGOTTEN,

	CLOSED_AFTER,

	CLOSED_WHILE_IDLE,

	RESET,

	NO_RESPONSE,

	HALF_HEAD,

	HALF_BODY,

	MALFORMED_STATUS,

	MALFORMED_HEADER,

	STRAY_BYTES,

	STRAY_RESPONSE,

	LENGTH_TOO_SHORT,

	LENGTH_TOO_LONG,

	TWO_LENGTHS,

	MALFORMED_CHUNK,

	INTERIM_FLOOD,

	TRAILER_FLOOD,

	DRIBBLE,

	SILENT,

	/** Before the body of the request was read. */
	EARLY;

	private static final String OK = "HTTP/1.1 200 OK\r\n";

	private static final String CHUNKS = OK + "Transfer-Encoding: chunked\r\n\r\n";

	static SoakResponse next(Random random) {
		return (random.nextInt(100) < 65) ? COMPLETE : values()[random.nextInt(values().length)];
	}

	/** Return whether no other request may follow on the connection. */
	boolean isLast() {
		return switch (this) {
			case COMPLETE, DELAYED, IN_PARTS, CHUNKED, INTERIM, FORGOTTEN -> false;
			default -> true;
		};
	}

	/**
	 * Send the response.
	 * @return whether to keep the connection open
	 */
	boolean send(String id, Socket connection, Socket plain, Random random) throws IOException {
		String body = SoakServer.body(id);
		String head = OK + "Content-Length: " + body.length() + "\r\n\r\n";
		String chunk = CHUNKS + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n";
		String bytes = switch (this) {
			case CHUNKED -> chunk + "\r\n";
			case INTERIM -> "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + head + body;
			case HALF_HEAD -> head.substring(0, 1 + random.nextInt(head.length() - 1));
			case HALF_BODY -> head + body.substring(0, body.length() / 2);
			case MALFORMED_STATUS -> "HTTP/1.1 2x0 OK\r\n\r\n" + body;
			case MALFORMED_HEADER -> OK + "Content-Length " + body.length() + "\r\n\r\n" + body;
			case STRAY_BYTES -> head + body + "\r\n";
			case STRAY_RESPONSE -> head + body + OK + "Content-Length: 5\r\n\r\nstray";
			case LENGTH_TOO_SHORT -> OK + "Content-Length: " + id.length() + "\r\n\r\n" + body + "-";
			case LENGTH_TOO_LONG -> OK + "Content-Length: " + (body.length() + 1) + "\r\n\r\n" + body;
			case TWO_LENGTHS -> chunk.replace("chunked", "chunked\r\nContent-Length: " + body.length()) + "\r\n";
			case MALFORMED_CHUNK -> CHUNKS + Integer.toHexString(body.length() / 2) + "\r\n" + body + "\r\n0\r\n\r\n";
			case INTERIM_FLOOD -> "HTTP/1.1 100 Continue\r\n\r\n".repeat(30) + head + body;
			case TRAILER_FLOOD -> chunk + "X-A: b\r\n".repeat(500) + "\r\n";
			case RESET, NO_RESPONSE, SILENT, IN_PARTS, DRIBBLE -> "";
			default -> head + body;
		};
		switch (this) {
			case DELAYED -> sleep(1 + random.nextInt(100));
			case IN_PARTS -> parts(head + body, connection, 1 + random.nextInt(300), random.nextInt(3));
			case DRIBBLE -> parts(head + body, connection, 1, 20);
			default -> {
			}
		}
		SoakServer.write(connection, bytes);
		switch (this) {
			case CLOSED_WHILE_IDLE -> sleep(random.nextInt(30));
			case RESET -> plain.setSoLinger(true, 0);
			case HALF_BODY -> plain.setSoLinger(random.nextBoolean(), 0);
			default -> {
			}
		}
		return switch (this) {
			case CLOSED_AFTER, CLOSED_WHILE_IDLE, RESET, NO_RESPONSE, EARLY -> false;
			case HALF_HEAD, HALF_BODY -> random.nextBoolean();
			default -> true;
		};
	}

	private static void parts(String text, Socket connection, int size, long millis) throws IOException {
		for (int i = 0; i < text.length(); i += size) {
			SoakServer.write(connection, text.substring(i, Math.min(text.length(), i + size)));
			sleep(millis);
		}
	}

	private static void sleep(long millis) {
		LockSupport.parkNanos(millis * 1_000_000);
	}

}
