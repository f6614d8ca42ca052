package io.github.connectapi.transport;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/**
 * Body of one request that records whether it was requested. The client of the JDK
 * requests the body once it is connected.
 */
final class TransportBody implements HttpRequest.BodyPublisher {

	private final HttpRequest.BodyPublisher bytes;

	private volatile boolean requested;

	TransportBody(HttpRequest.BodyPublisher bytes) {
		this.bytes = bytes;
	}

	@Override
	public long contentLength() {
		return this.bytes.contentLength();
	}

	@Override
	public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
		this.requested = true;
		this.bytes.subscribe(subscriber);
	}

	boolean isRequested() {
		return this.requested;
	}

}
