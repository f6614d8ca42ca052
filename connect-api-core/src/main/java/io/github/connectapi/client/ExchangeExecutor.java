package io.github.connectapi.client;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.util.Assert;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.Secret;
import io.github.connectapi.UnexpectedFailures;
import io.github.connectapi.json.JsonCodec;
import io.github.connectapi.observation.ConnectObservationDocumentation;
import io.github.connectapi.observation.ConnectObservations;
import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.operation.ConnectResponse;
import io.github.connectapi.transport.OneShotRequest;

/**
 * Executes exchanges: encodes a request, sends it and reads its response.
 */
final class ExchangeExecutor {

	private static final ParameterizedTypeReference<JsonNode> SESSION_RESULT = ParameterizedTypeReference
		.forType(JsonNode.class);

	private final ConnectObservations observations;

	private final ExchangeLimiter limiter;

	private final RequestSender sender;

	private final JsonCodec sessionCodec;

	private final JsonCodec operationCodec;

	private final ResponseReader reader;

	ExchangeExecutor(ConnectObservations observations, ExchangeLimiter limiter, RequestSender sender,
			JsonCodec sessionCodec, JsonCodec operationCodec, ResponseReader reader) {
		this.observations = observations;
		this.limiter = limiter;
		this.sender = sender;
		this.sessionCodec = sessionCodec;
		this.operationCodec = operationCodec;
		this.reader = reader;
	}

	<T> PreparedRequest<T> prepare(ConnectRequest request, ParameterizedTypeReference<T> resultType) {
		ConnectOperation operation = request.operation();
		Assert.isTrue(resultType.getType() == Void.class || operation.resultKey().isPresent(),
				() -> "%s has no result, so the result type must be Void".formatted(operation));
		return new PreparedRequest<>(this, ExchangeContext.of(request), this.operationCodec.write(request), request,
				resultType);
	}

	<T> ConnectResponse<T> call(PreparedRequest<T> request, Secret token, Duration timeout) {
		return this.limiter.execute(request.context(), timeout, (remaining) -> exchange(request, token, remaining));
	}

	private <T> ConnectResponse<T> exchange(PreparedRequest<T> request, Secret token, Duration timeout) {
		ExchangeContext context = request.context();
		byte[] body = this.operationCodec.encode(
				new JsonCodec.RequestHeader(token, context.coordinationId(), request.detail()), context.operation(),
				request.body());
		OneShotRequest oneShot = this.sender.oneShot(request, timeout, this.operationCodec.maxBodyLength());
		return observe(context, oneShot, () -> {
			RawResponse response = this.sender.send(context, oneShot, body,
					SecretRedactor.of(token).withDownloadTokens(request.body()), request.headers());
			return this.reader.readResponse(context, response, this.operationCodec, request.resultType());
		});
	}

	/** Acquire a session. Never waits for calls. */
	ConnectSession acquireSession(SessionOperation session, @Nullable Secret token, ConnectCredentials credentials,
			Map<String, String> fields, Duration timeout) {
		ExchangeContext context = ExchangeContext.of(session);
		byte[] body = this.sessionCodec.encode(new JsonCodec.RequestHeader(token, context.coordinationId(), null),
				context.operation(), fields);
		OneShotRequest oneShot = this.sender.oneShot(context, timeout, this.sessionCodec.maxBodyLength(),
				session.closesConnection());
		return observe(context, oneShot, () -> {
			RawResponse response = this.sender.send(context, oneShot, body, SecretRedactor.of(token, credentials),
					Map.of());
			return SessionResultReader.read(context,
					this.reader.readEnvelope(context, response, this.sessionCodec, SESSION_RESULT).result());
		});
	}

	/** Request a token of OAuth 2. Never waits for calls. */
	ConnectSession requestToken(TokenGrant grant, TokenUri uri, ConnectCredentials credentials,
			@Nullable Secret refreshToken, Duration timeout) {
		ExchangeContext context = ExchangeContext.of(grant);
		byte[] body = grant.form(credentials, refreshToken);
		OneShotRequest oneShot = this.sender.oneShot(uri, context, timeout, this.sessionCodec.maxBodyLength());
		return observe(context, oneShot, () -> {
			RawResponse response = this.sender.sendForm(context, oneShot, body,
					SecretRedactor.of(refreshToken, credentials));
			return this.reader.readToken(context, response, this.sessionCodec, credentials.userName().isPresent());
		});
	}

	private <T> T observe(ExchangeContext context, OneShotRequest oneShot, Supplier<T> exchange) {
		return this.observations.observe(ConnectObservationDocumentation.EXCHANGE, context.operation().name(),
				context.coordinationId(), (observation) -> {
					try {
						return exchange.get();
					}
					catch (ConnectApiException ex) {
						throw ex;
					}
					catch (RuntimeException | Error ex) {
						if (UnexpectedFailures.isFatal(ex)) {
							throw ex;
						}
						throw this.sender.unexpected(context, oneShot, ex);
					}
				});
	}

}
