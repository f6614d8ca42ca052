package io.github.connectapi.test.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;

/**
 * Writes one response according to its {@link ScriptedResponse.Delivery}. If the response
 * is incomplete, the caller must close the connection.
 */
final class ResponseWriter {

	/** The length by which the HTTP server of the JDK means "no body". */
	private static final long NO_BODY = -1;

	/** The length by which the HTTP server of the JDK means "chunked". */
	private static final long CHUNKED = 0;

	private static final byte[] SPACES = " ".repeat(4096).getBytes(StandardCharsets.US_ASCII);

	private static final int BLOCK = 16 * 1024;

	private final HttpExchange exchange;

	private final CountDownLatch latch;

	ResponseWriter(HttpExchange exchange, CountDownLatch latch) {
		this.exchange = exchange;
		this.latch = latch;
	}

	void write(ScriptedResponse scripted) throws IOException, InterruptedException {
		FakeResponse response = scripted.response();
		byte[] body = isHead() ? new byte[0] : response.sharedBody();
		switch (scripted.delivery()) {
			case COMPLETE -> {
				await(scripted.delay());
				write(sendHeaders(response, length(response)), body, body.length);
			}
			case DISCONNECT_DURING_BODY -> {
				await(scripted.delay());
				OutputStream out = sendHeaders(response, length(response));
				write(out, body, (int) (body.length * scripted.sentFraction()));
				out.flush();
			}
			case DRIBBLE -> writeByteByByte(sendHeaders(response, length(response)), body, scripted.delay());
			case ENDLESS_BODY -> writeEndlessly(sendHeaders(response, isHead() ? NO_BODY : CHUNKED));
			case DISCONNECT -> await(scripted.delay());
			case NO_RESPONSE -> this.latch.await();
		}
	}

	/**
	 * Write in blocks: the HTTP server of the JDK keeps a buffer of twice the longest
	 * block for each connection.
	 */
	private static void write(OutputStream out, byte[] body, int length) throws IOException {
		for (int i = 0; i < length; i += BLOCK) {
			out.write(body, i, Math.min(BLOCK, length - i));
		}
	}

	private OutputStream sendHeaders(FakeResponse response, long length) throws IOException {
		response.headers().forEach(this.exchange.getResponseHeaders()::set);
		this.exchange.sendResponseHeaders(response.status(), length);
		return this.exchange.getResponseBody();
	}

	private long length(FakeResponse response) {
		if (isHead()) {
			// The HTTP server of the JDK accepts no length for HEAD, but sends this one.
			this.exchange.getResponseHeaders().set("Content-Length", String.valueOf(response.length()));
			return NO_BODY;
		}
		return (response.length() > 0) ? response.length() : NO_BODY;
	}

	private boolean isHead() {
		return this.exchange.getRequestMethod().equals("HEAD");
	}

	private void writeByteByByte(OutputStream out, byte[] body, Duration interval)
			throws IOException, InterruptedException {
		for (byte each : body) {
			out.write(each);
			out.flush();
			await(interval);
		}
	}

	private void writeEndlessly(OutputStream out) throws IOException, InterruptedException {
		while (!isHead() && this.latch.getCount() > 0) {
			out.write(SPACES);
			out.flush();
		}
	}

	private void await(Duration duration) throws InterruptedException {
		this.latch.await(duration.toMillis(), TimeUnit.MILLISECONDS);
	}

}
