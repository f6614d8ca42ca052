package io.github.connectapi.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.UnexpectedFailures;
import io.github.connectapi.transport.OneShotRequest;
import io.github.connectapi.transport.RequestRejectedException;
import io.github.connectapi.transport.Transport;
import io.github.connectapi.transport.TransportRequest;
import io.github.connectapi.transport.TransportResponse;

/**
 * Sends an encoded request and returns the complete response.
 */
final class RequestSender {

	private final ExchangeSettings settings;

	private final Transport transport;

	private final RestClient restClient;

	RequestSender(ExchangeSettings settings, Transport transport, RestClient restClient) {
		this.settings = settings;
		this.transport = transport;
		this.restClient = restClient;
	}

	/**
	 * Create the request that may be sent once.
	 * @param timeout the timeout, if it is shorter than the response timeout
	 * @param bodyLimit how many bytes of the response are read
	 * @param last whether the connection is closed after the response
	 */
	OneShotRequest oneShot(ExchangeContext context, Duration timeout, int bodyLimit, boolean last) {
		return create(uri(context), context, min(timeout, this.settings.responseTimeout()), bodyLimit, last);
	}

	/**
	 * Create the request of a token, whose connection is closed after the response.
	 * @param timeout the timeout, if it is shorter than the response timeout
	 * @param bodyLimit how many bytes of the response are read
	 */
	OneShotRequest oneShot(TokenUri uri, ExchangeContext context, Duration timeout, int bodyLimit) {
		return create(uri.toUri(), context, min(timeout, this.settings.responseTimeout()), bodyLimit, true);
	}

	/**
	 * Create the request of a call, whose own timeout may be longer than the response
	 * timeout.
	 */
	OneShotRequest oneShot(PreparedRequest<?> request, Duration timeout, int bodyLimit) {
		Duration own = request.timeout();
		Duration responseTimeout = this.settings.responseTimeout();
		Duration limit = (own != null && own.compareTo(responseTimeout) > 0) ? own : responseTimeout;
		return create(uri(request.context()), request.context(), min(timeout, limit), bodyLimit, false);
	}

	private URI uri(ExchangeContext context) {
		return URI.create(this.settings.baseUrl() + context.operation().path());
	}

	private static OneShotRequest create(URI uri, ExchangeContext context, Duration timeout, int bodyLimit,
			boolean last) {
		return new OneShotRequest(uri, timeout, bodyLimit, context.isRepeatable(), last, !context.usesSession());
	}

	RawResponse send(ExchangeContext context, OneShotRequest oneShot, byte[] body, SecretRedactor redactor,
			Map<String, String> headers) {
		return send(context, oneShot, MediaType.APPLICATION_JSON, body, redactor, headers);
	}

	RawResponse sendForm(ExchangeContext context, OneShotRequest oneShot, byte[] body, SecretRedactor redactor) {
		return send(context, oneShot, MediaType.APPLICATION_FORM_URLENCODED, body, redactor,
				Map.of(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE));
	}

	private RawResponse send(ExchangeContext context, OneShotRequest oneShot, MediaType type, byte[] body,
			SecretRedactor redactor, Map<String, String> headers) {
		if (Thread.currentThread().isInterrupted()) {
			throw context.interrupted();
		}
		try {
			return this.restClient.post()
				.uri(oneShot.uri())
				.headers((http) -> headers.forEach(http::set))
				.contentType(type)
				.attribute(TransportRequest.ONE_SHOT_ATTRIBUTE, oneShot)
				.body((output) -> output.write(body))
				.exchangeForRequiredValue((request, response) -> read(oneShot, response, redactor));
		}
		catch (RuntimeException | Error ex) {
			if (UnexpectedFailures.isFatal(ex)) {
				throw ex;
			}
			throw translate(context, oneShot,
					(ex instanceof ResourceAccessException && ex.getCause() != null) ? ex.getCause() : ex);
		}
	}

	/** Return the failure for an exception of the application, or of a part of it. */
	ConnectUnavailableException unexpected(ExchangeContext context, OneShotRequest oneShot, Throwable cause) {
		return new ConnectUnavailableException(
				"%s to %s failed unexpectedly with %s (coordination id %s)".formatted(context.operation(),
						server(oneShot), cause.getClass().getName(), context.coordinationId()),
				context.transientFailure(null).withNotSent(oneShot.isNotSent()), cause);
	}

	/** Return the server of a request for messages. */
	private Object server(OneShotRequest oneShot) {
		TokenUri tokenUri = this.settings.tokenUri();
		return oneShot.uri().equals(tokenUri.toUri()) ? tokenUri : this.settings.baseUrl();
	}

	private static Duration min(Duration first, Duration second) {
		return (first.compareTo(second) < 0) ? first : second;
	}

	/** Read a response, which a customizer may have replaced. */
	private static RawResponse read(OneShotRequest oneShot, ClientHttpResponse response, SecretRedactor redactor)
			throws IOException {
		HttpHeaders headers = Objects.requireNonNull(response.getHeaders(), "headers");
		return new RawResponse(oneShot.uri(), response.getStatusCode().value(), headers,
				TransportResponse.readBody(response.getBody(), oneShot.bodyLimit()), redactor);
	}

	private ConnectApiException translate(ExchangeContext context, OneShotRequest oneShot, Throwable cause) {
		boolean notSent = oneShot.isNotSent();
		if (this.transport.isClosed()) {
			return new ConnectClosedException(
					"The Connect client is closed (coordination id %s)".formatted(context.coordinationId()),
					context.permanentFailure(null).withNotSent(notSent), null);
		}
		if (!(cause instanceof IOException)) {
			return unexpected(context, oneShot, cause);
		}
		String message = "%s to %s failed: %s (coordination id %s)".formatted(context.operation(), server(oneShot),
				Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getName()), context.coordinationId());
		// Not only by its class, because the exception of a timeout extends it.
		if (cause instanceof InterruptedIOException && Thread.currentThread().isInterrupted()) {
			return new ConnectInterruptedException(message, context.permanentFailure(null).withNotSent(notSent), cause);
		}
		if (cause instanceof RequestRejectedException) {
			return new ConnectUnavailableException(message, context.permanentFailure(null).withNotSent(notSent), cause);
		}
		return new ConnectUnavailableException(message, context.transientFailure(null).withNotSent(notSent), cause);
	}

}
