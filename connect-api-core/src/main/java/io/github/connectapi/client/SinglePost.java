package io.github.connectapi.client;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.http.HttpMethod;

/**
 * What one call may send, whatever a customizer makes of its request: one POST, to one
 * address, once.
 */
final class SinglePost {

	private final URI uri;

	private final Duration timeout;

	private final int bodyLimit;

	private final boolean last;

	private final AtomicBoolean sent = new AtomicBoolean();

	SinglePost(URI uri, Duration timeout, int bodyLimit, boolean last) {
		this.uri = uri;
		this.last = last;
		this.timeout = timeout;
		this.bodyLimit = bodyLimit;
	}

	URI uri() {
		return this.uri;
	}

	Duration timeout() {
		return this.timeout;
	}

	/** How many bytes of the answer are read. */
	int bodyLimit() {
		return this.bodyLimit;
	}

	/** Whether the connection is closed after the answer. */
	boolean isLast() {
		return this.last;
	}

	/** Fails if a request is another one or the second one. */
	void claim(HttpMethod method, URI address) throws RefusedRequestException {
		if (!address.equals(this.uri)) {
			throw new RefusedRequestException("a customizer changed the address of the request");
		}
		if (!method.equals(HttpMethod.POST)) {
			throw new RefusedRequestException("a customizer changed the method of the request");
		}
		if (this.sent.getAndSet(true)) {
			throw new RefusedRequestException("a customizer sent the request again");
		}
	}

}
