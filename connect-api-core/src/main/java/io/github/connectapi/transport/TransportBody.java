package io.github.connectapi.transport;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/**
 * The body of one request, which tells whether it was asked for: the JDK's client does so
 * once it is connected.
 */
final class TransportBody implements HttpRequest.BodyPublisher {

	private final HttpRequest.BodyPublisher bytes;

	private volatile boolean wanted;

	TransportBody(HttpRequest.BodyPublisher bytes) {
		this.bytes = bytes;
	}

	@Override
	public long contentLength() {
		return this.bytes.contentLength();
	}

	@Override
	public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
		this.wanted = true;
		this.bytes.subscribe(subscriber);
	}

	boolean isWanted() {
		return this.wanted;
	}

}
