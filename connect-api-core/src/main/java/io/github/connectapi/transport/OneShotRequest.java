package io.github.connectapi.transport;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.http.HttpMethod;

import io.github.connectapi.Internal;

/**
 * Permission to send one request to a fixed URI, whatever a customizer changes: a single
 * POST, or a GET whose response is streamed.
 *
 * @param uri the only permitted URI
 * @param timeout the timeout of the exchange
 * @param bodyLimit how many bytes of the response are read; -1 for a streamed response
 * @param isRepeatable whether the request may be repeated if its outcome is unknown
 * @param isLast whether the connection is closed after the response
 * @param isSession whether the request acquires a session, and does not wait for calls
 * @param claimed whether the permission was used
 * @param sent whether a byte was sent, or may still be sent by another thread
 */
@Internal
public record OneShotRequest(URI uri, Duration timeout, int bodyLimit, boolean isRepeatable, boolean isLast,
		boolean isSession, AtomicBoolean claimed, AtomicBoolean sent) {

	private static final int STREAMED = -1;

	/**
	 * Create a permission.
	 * @param uri the only permitted URI
	 * @param timeout the timeout of the exchange
	 * @param bodyLimit how many bytes of the response are read
	 * @param isRepeatable whether the request may be repeated if its outcome is unknown
	 * @param isLast whether the connection is closed after the response
	 * @param isSession whether the request acquires a session, and does not wait for
	 * calls
	 */
	public OneShotRequest(URI uri, Duration timeout, int bodyLimit, boolean isRepeatable, boolean isLast,
			boolean isSession) {
		this(uri, timeout, bodyLimit, isRepeatable, isLast, isSession, new AtomicBoolean(), new AtomicBoolean());
	}

	/**
	 * Create a permission for a GET whose response is streamed.
	 * @param timeout the maximum time without a byte
	 */
	static OneShotRequest streamed(URI uri, Duration timeout) {
		return new OneShotRequest(uri, timeout, STREAMED, true, false, false);
	}

	/** Return whether the caller reads the body from the connection. */
	boolean isStreamed() {
		return this.bodyLimit == STREAMED;
	}

	/**
	 * Return whether it is certain that not one byte was sent, whatever a customizer did.
	 * @return false if a byte was sent, or may have been sent
	 */
	public boolean isNotSent() {
		return !this.sent.get();
	}

	/** Use the permission, or fail if the request is not permitted. */
	void claim(HttpMethod method, URI requestUri) throws RequestRejectedException {
		if (!requestUri.equals(this.uri)) {
			throw new RequestRejectedException("a customizer changed the URI of the request");
		}
		if (!method.equals(HttpMethod.POST)) {
			throw new RequestRejectedException("a customizer changed the method of the request");
		}
		if (this.claimed.getAndSet(true)) {
			throw new RequestRejectedException("a customizer sent the request again");
		}
		this.sent.set(true);
	}

}
