package io.github.connectapi.transport;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.http.HttpMethod;

import io.github.connectapi.Internal;

/**
 * Permission to send one request: a single POST to a fixed URI, whatever a customizer
 * changes.
 */
@Internal
public final class OneShotRequest {

	private final URI uri;

	private final Duration timeout;

	private final int bodyLimit;

	private final boolean repeatable;

	private final boolean last;

	private final AtomicBoolean sent = new AtomicBoolean();

	/**
	 * Create a permission.
	 * @param uri the only permitted URI
	 * @param timeout the timeout of the exchange
	 * @param bodyLimit how many bytes of the response are read
	 * @param repeatable whether the request may be repeated if its outcome is unknown
	 * @param last whether the connection is closed after the response
	 */
	public OneShotRequest(URI uri, Duration timeout, int bodyLimit, boolean repeatable, boolean last) {
		this.uri = uri;
		this.repeatable = repeatable;
		this.last = last;
		this.timeout = timeout;
		this.bodyLimit = bodyLimit;
	}

	/**
	 * Return the permitted URI.
	 * @return the URI
	 */
	public URI uri() {
		return this.uri;
	}

	Duration timeout() {
		return this.timeout;
	}

	/**
	 * Return how many bytes of the response are read.
	 * @return the number of bytes
	 */
	public int bodyLimit() {
		return this.bodyLimit;
	}

	/** Return whether the request may be repeated if its outcome is unknown. */
	boolean isRepeatable() {
		return this.repeatable;
	}

	/** Return whether the connection is closed after the response. */
	boolean isLast() {
		return this.last;
	}

	/** Use the permission, or fail if the request is not permitted. */
	void claim(HttpMethod method, URI requestUri) throws RequestRejectedException {
		if (!requestUri.equals(this.uri)) {
			throw new RequestRejectedException("a customizer changed the URI of the request");
		}
		if (!method.equals(HttpMethod.POST)) {
			throw new RequestRejectedException("a customizer changed the method of the request");
		}
		if (this.sent.getAndSet(true)) {
			throw new RequestRejectedException("a customizer sent the request again");
		}
	}

}
