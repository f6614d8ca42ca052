package io.github.connectapi.client;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.util.Assert;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.Secret;
import io.github.connectapi.observation.ConnectObservation;
import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.operation.ConnectResponse;
import io.github.connectapi.transport.OneShotRequest;
import io.github.connectapi.transport.RequestRejectedException;
import io.github.connectapi.transport.Transport;
import io.github.connectapi.transport.TransportRequest;
import io.github.connectapi.transport.TransportResponse;

/**
 * One exchange after the other: writes a request, posts it, reads the answer.
 */
final class Exchanges {

	private final ExchangeSettings settings;

	private final Transport transport;

	private final RestClient restClient;

	private final EnvelopeCodec sessionCodec = new EnvelopeCodec();

	private final OperationCodec operationCodec;

	private final ResponseReader reader;

	Exchanges(ExchangeSettings settings, Transport transport) {
		this.settings = settings;
		this.transport = transport;
		RestClient.Builder builder = RestClient.builder();
		settings.customizers().forEach((customizer) -> customizer.customize(builder));
		// Last, so that no customizer replaces or wraps the transport; it buffers anyway.
		this.restClient = builder.requestFactory(transport).bufferContent((uri, method) -> false).build();
		this.operationCodec = new OperationCodec(settings.maxResponseSize());
		this.reader = new ResponseReader(settings.clock());
	}

	<T> PreparedCall<T> prepare(ConnectRequest request, Class<T> resultType) {
		ConnectOperation operation = request.operation();
		Assert.notNull(resultType, "The type of the result must not be null; Void stands for none");
		Assert.isTrue(resultType == Void.class || operation.resultKey().isPresent(),
				() -> operation + " has no result; its type is Void");
		String id = request.coordinationId().orElseGet(() -> UUID.randomUUID().toString());
		return new PreparedCall<>(this, operation, id, this.operationCodec.write(request), resultType);
	}

	<T> ConnectResponse<T> send(PreparedCall<T> call, Secret token, Duration maxTime) {
		ConnectOperation operation = call.operation();
		String id = call.coordinationId();
		byte[] body = this.operationCodec.encode(call, token);
		return observed(operation, id, () -> {
			OneShotRequest allowed = allowed(operation, maxTime, this.settings.maxResponseSize(), false);
			RawResponse answer = post(operation, id, body, SecretRedactor.of(token), allowed);
			Envelope<T> envelope = this.reader.read(operation, id, answer,
					(called, bytes) -> this.operationCodec.decode(called, bytes, call.resultType()));
			return ResponseReader.response(operation, id, answer, envelope, call.resultType());
		});
	}

	ConnectSession session(SessionOperation session, @Nullable Secret token, ConnectCredentials credentials,
			Map<String, String> fields, Duration maxTime) {
		ConnectOperation operation = session.operation();
		String id = UUID.randomUUID().toString();
		byte[] body = this.sessionCodec.encode(operation, token, id, fields);
		return observed(operation, id, () -> {
			OneShotRequest allowed = allowed(operation, maxTime, EnvelopeCodec.MAX_BODY, session.endsConnection());
			RawResponse answer = post(operation, id, body, SecretRedactor.of(token, credentials), allowed);
			return SessionReader.read(operation, id,
					this.reader.read(operation, id, answer, this.sessionCodec::decode).result());
		});
	}

	private <T> T observed(ConnectOperation operation, String id, Supplier<T> exchange) {
		return this.settings.observations()
			.observe(ConnectObservation.EXCHANGE, operation.toString(), id, (context) -> exchange.get());
	}

	private OneShotRequest allowed(ConnectOperation operation, Duration maxTime, int limit, boolean last) {
		Duration timeout = (maxTime.compareTo(this.settings.responseTimeout()) < 0) ? maxTime
				: this.settings.responseTimeout();
		return new OneShotRequest(URI.create(this.settings.baseUrl() + operation.path()), timeout, limit, last);
	}

	private RawResponse post(ConnectOperation operation, String id, byte[] body, SecretRedactor redactor,
			OneShotRequest allowed) {
		try {
			return this.restClient.post()
				.uri(allowed.uri())
				.contentType(MediaType.APPLICATION_JSON)
				.attribute(TransportRequest.ALLOWED, allowed)
				.body((out) -> out.write(body))
				.exchangeForRequiredValue(
						(sent, response) -> new RawResponse(response.getStatusCode().value(), response.getHeaders(),
								TransportResponse.bytes(response.getBody(), allowed.bodyLimit()), redactor));
		}
		catch (ResourceAccessException ex) {
			throw withoutAnswer(operation, id, (ex.getCause() != null) ? ex.getCause() : ex);
		}
	}

	private ConnectApiException withoutAnswer(ConnectOperation operation, String coordinationId, Throwable cause) {
		if (this.transport.isClosed()) {
			return new ConnectClosedException("The Connect client is closed");
		}
		String name = operation.toString();
		ConnectFailure failure = (cause instanceof RequestRejectedException)
				? ConnectFailure.permanentFailure(name, null) : ConnectFailure.transientFailure(name, null);
		return new ConnectUnavailableException(
				name + " got no answer from " + this.settings.baseUrl() + ": " + cause.getMessage()
						+ " (coordination id " + coordinationId + ")",
				failure.withCoordinationId(coordinationId), cause);
	}

}
