package io.github.connectapi.test;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;

/**
 * Sends one reply, as far as it is meant to get. What is not sent completely ends with
 * the connection, which the caller closes.
 */
final class ResponseWriter {

	/** What the server of the JDK takes a length of -1 and of 0 for. */
	private static final long NO_BODY = -1;

	private static final long CHUNKED = 0;

	private static final byte[] BLANKS = " ".repeat(4096).getBytes(StandardCharsets.US_ASCII);

	private final HttpExchange exchange;

	private final CountDownLatch release;

	ResponseWriter(HttpExchange exchange, CountDownLatch release) {
		this.exchange = exchange;
		this.release = release;
	}

	void send(ScriptedResponse reply) throws IOException, InterruptedException {
		byte[] body = reply.answer().body();
		long length = (body.length > 0) ? body.length : NO_BODY;
		switch (reply.ending()) {
			case SENT -> {
				pause(reply.delay());
				head(reply.answer(), length).write(body);
			}
			case CUT -> {
				pause(reply.delay());
				OutputStream out = head(reply.answer(), length);
				out.write(body, 0, body.length / 2);
				out.flush();
			}
			case DRIPPED -> drip(head(reply.answer(), length), body, reply.delay());
			case ENDLESS -> pour(head(reply.answer(), CHUNKED));
			case DROPPED -> pause(reply.delay());
			case WITHHELD -> this.release.await();
		}
	}

	private OutputStream head(FakeResponse answer, long length) throws IOException {
		answer.headers().forEach(this.exchange.getResponseHeaders()::set);
		this.exchange.sendResponseHeaders(answer.status(), length);
		return this.exchange.getResponseBody();
	}

	private void drip(OutputStream out, byte[] body, Duration pause) throws IOException, InterruptedException {
		for (byte each : body) {
			out.write(each);
			out.flush();
			pause(pause);
		}
	}

	private void pour(OutputStream out) throws IOException, InterruptedException {
		while (this.release.getCount() > 0) {
			out.write(BLANKS);
			out.flush();
		}
	}

	private void pause(Duration duration) throws InterruptedException {
		this.release.await(duration.toMillis(), TimeUnit.MILLISECONDS);
	}

}
