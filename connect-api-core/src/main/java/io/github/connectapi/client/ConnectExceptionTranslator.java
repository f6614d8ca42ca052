package io.github.connectapi.client;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectStatus;
import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.json.Envelope;
import io.github.connectapi.ConnectUnavailableException;

/**
 * Translates a response that is not a success into an exception.
 */
final class ConnectExceptionTranslator {

	/** Delay after an exhausted quota if the response contains no delay. */
	static final Duration QUOTA_DELAY = Duration.ofMinutes(15);

	private final InstantSource clock;

	ConnectExceptionTranslator(InstantSource clock) {
		this.clock = clock;
	}

	/** Translate an error envelope: the server processed the request and failed. */
	ConnectApiException errorEnvelope(ExchangeContext context, RawResponse response, Envelope<?> envelope) {
		ErrorCategory category = ErrorCategory.ofEnvelope(context.purpose(), response.httpStatus(), envelope.code());
		String code = response.sanitize(envelope.code());
		List<ConnectStatus> statuses = envelope.statuses().stream().map(response::sanitize).toList();
		ConnectFailure failure = failure(context, response, category, code.isBlank() ? null : code)
			.withStatuses(statuses);
		String message = errorMessage(context, code, statuses);
		return switch (category) {
			case CREDENTIALS_REJECTED -> new ConnectCredentialsRejectedException(message, failure);
			case TOKEN_REJECTED -> new ConnectTokenRejectedException(message, failure);
			default -> new ConnectOperationException(message, failure);
		};
	}

	/**
	 * Translate a response without a usable envelope that may originate from a gateway.
	 */
	ConnectApiException unreadableResponse(ExchangeContext context, RawResponse response, String reason) {
		int status = response.httpStatus();
		if (status < 300) {
			return new ConnectProtocolException(
					"%s to %s returned an unreadable response with HTTP %s: %s (coordination id %s)"
						.formatted(context.operation(), response.uri(), status, reason, context.coordinationId()),
					context.transientFailure(null));
		}
		String error = gatewayError(response.headers());
		if (error == null) {
			String message = "%s to %s failed with HTTP %s: %s (coordination id %s)".formatted(context.operation(),
					response.uri(), status, reason, context.coordinationId());
			return httpError(context, response, ErrorCategory.ofHttpStatus(context.purpose(), status), null, message);
		}
		String code = response.sanitize(error);
		String message = "%s to %s failed with HTTP %s from the gateway: %s (coordination id %s)"
			.formatted(context.operation(), response.uri(), status, code, context.coordinationId());
		return httpError(context, response, ErrorCategory.ofGateway(context.purpose(), status, error), code, message);
	}

	/** Translate an error of a token endpoint. */
	ConnectApiException tokenError(ExchangeContext context, RawResponse response, @Nullable String error,
			@Nullable String description) {
		String gateway = gatewayError(response.headers());
		int status = response.httpStatus();
		if (gateway != null && (!StringUtils.hasText(error) || ErrorCategory.isOverQps(gateway))) {
			return tokenError(context, response, ErrorCategory.ofGateway(context.purpose(), status, gateway), gateway,
					description);
		}
		return tokenError(context, response, ErrorCategory.ofTokenEndpoint(context.purpose(), status, error), error,
				description);
	}

	private ConnectApiException tokenError(ExchangeContext context, RawResponse response, ErrorCategory category,
			@Nullable String code, @Nullable String description) {
		String message = "%s to %s failed with HTTP %s: %s (request id %s)".formatted(context.operation(),
				response.uri(), response.httpStatus(), response.sanitize(describe(code, description)),
				response.sanitize(requestId(response.headers())));
		return httpError(context, response, category, (code != null) ? response.sanitize(code) : null, message);
	}

	private static String describe(@Nullable String code, @Nullable String description) {
		if (!StringUtils.hasText(code)) {
			return "without an error code";
		}
		return (description != null && !description.isBlank()) ? "%s: %s".formatted(code, description) : code;
	}

	private static String requestId(HttpHeaders headers) {
		return Stream.of("x-amzn-requestid", "x-amz-cf-id")
			.map(headers::getFirst)
			.filter(StringUtils::hasText)
			.findFirst()
			.orElse("none");
	}

	/** Translate a response to another request. None of its content is used. */
	ConnectApiException mismatchedResponse(ExchangeContext context) {
		return new ConnectProtocolException("%s returned a response whose coordination id is not %s"
			.formatted(context.operation(), context.coordinationId()), context.transientFailure(null));
	}

	/** Translate a response that violates the contract of the Connect API. */
	static ConnectProtocolException invalidResponse(ExchangeContext context, String reason) {
		return new ConnectProtocolException("%s returned an invalid response: %s (coordination id %s)"
			.formatted(context.operation(), reason, context.coordinationId()), context.permanentFailure(null));
	}

	private ConnectApiException httpError(ExchangeContext context, RawResponse response, ErrorCategory category,
			@Nullable String code, String message) {
		ConnectFailure failure = failure(context, response, category, code);
		return switch (category) {
			case CREDENTIALS_REJECTED -> new ConnectCredentialsRejectedException(message, failure);
			case TOKEN_REJECTED -> new ConnectTokenRejectedException(message, failure);
			case TRANSIENT, QUOTA_EXHAUSTED -> new ConnectUnavailableException(message, failure);
			case PERMANENT -> new ConnectOperationException(message, failure);
		};
	}

	private ConnectFailure failure(ExchangeContext context, RawResponse response, ErrorCategory category,
			@Nullable String code) {
		Duration retryAfter = RetryAfter.read(response.headers(), this.clock);
		if (category == ErrorCategory.QUOTA_EXHAUSTED && retryAfter == null) {
			retryAfter = QUOTA_DELAY;
		}
		ConnectFailure failure = (category == ErrorCategory.TRANSIENT) ? context.transientFailure(code)
				: context.permanentFailure(code);
		return failure.withRetryAfter(retryAfter)
			.withOverRate(ErrorCategory.isOverRate(response.httpStatus(), category, code));
	}

	private static String errorMessage(ExchangeContext context, String code, List<ConnectStatus> statuses) {
		Optional<String> text = statuses.stream()
			.filter((status) -> status.code().equals(code))
			.findFirst()
			.map(ConnectStatus::message);
		if (text.isEmpty()) {
			return "%s returned an error without a code (coordination id %s)".formatted(context.operation(),
					context.coordinationId());
		}
		return "%s returned an error (%s: %s, coordination id %s)".formatted(context.operation(), code, text.get(),
				context.coordinationId());
	}

	private static @Nullable String gatewayError(HttpHeaders headers) {
		String error = headers.getFirst("X-Mashery-Error-Code");
		if (error == null || error.isBlank()) {
			error = headers.getFirst("X-Error-Detail");
		}
		return (error == null || error.isBlank()) ? null : error.strip();
	}

}
