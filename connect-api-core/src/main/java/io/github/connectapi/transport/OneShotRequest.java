package io.github.connectapi.transport;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.http.HttpMethod;

import io.github.connectapi.Internal;

/**
 * What one call may send, whatever a customizer makes of its request: one POST, to one
 * address, once.
 */
@Internal
public final class OneShotRequest {

	private final URI uri;

	private final Duration timeout;

	private final int bodyLimit;

	private final boolean last;

	private final AtomicBoolean sent = new AtomicBoolean();

	public OneShotRequest(URI uri, Duration timeout, int bodyLimit, boolean last) {
		this.uri = uri;
		this.last = last;
		this.timeout = timeout;
		this.bodyLimit = bodyLimit;
	}

	public URI uri() {
		return this.uri;
	}

	Duration timeout() {
		return this.timeout;
	}

	/** How many bytes of the answer are read. */
	public int bodyLimit() {
		return this.bodyLimit;
	}

	/** Whether the connection is closed after the answer. */
	boolean isLast() {
		return this.last;
	}

	/** Fails if a request is another one or the second one. */
	void claim(HttpMethod method, URI address) throws RequestRejectedException {
		if (!address.equals(this.uri)) {
			throw new RequestRejectedException("a customizer changed the address of the request");
		}
		if (!method.equals(HttpMethod.POST)) {
			throw new RequestRejectedException("a customizer changed the method of the request");
		}
		if (this.sent.getAndSet(true)) {
			throw new RequestRejectedException("a customizer sent the request again");
		}
	}

}
