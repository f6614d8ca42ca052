package io.github.connectapi.client;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectStatus;
import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.operation.ConnectOperation;

/**
 * Makes the exception for an answer that is not a success.
 */
final class ConnectExceptionTranslator {

	/** When a used up quota does not say how long to wait. */
	static final Duration QUOTA_WAIT = Duration.ofMinutes(15);

	private final InstantSource clock;

	ConnectExceptionTranslator(InstantSource clock) {
		this.clock = clock;
	}

	/** The server executed the operation and says that it failed. */
	ConnectApiException ofEnvelope(ConnectOperation operation, String id, RawResponse answer, Envelope<?> envelope) {
		ErrorCategory category = ErrorCategory.ofEnvelope(operation, answer.httpStatus(), envelope.code());
		String code = answer.sanitized(envelope.code());
		List<ConnectStatus> statuses = envelope.statuses().stream().map(answer::sanitized).toList();
		String said = statuses.stream()
			.filter((status) -> status.code().equals(code))
			.findFirst()
			.map((status) -> code + ": " + status.message())
			.orElse("no code");
		ConnectFailure failure = failure(operation, id, answer, category, code.isBlank() ? null : code)
			.withStatuses(statuses);
		String message = operation + " answered an error (" + said + ", coordination id " + id + ")";
		return switch (category) {
			case CREDENTIALS_REJECTED -> new ConnectCredentialsRejectedException(message, failure);
			case TOKEN_REJECTED -> new ConnectTokenRejectedException(message, failure);
			default -> new ConnectOperationException(message, failure);
		};
	}

	/** There is no envelope that can be believed; a gateway may have answered instead. */
	ConnectApiException ofUnreadable(ConnectOperation operation, String id, RawResponse answer, String what) {
		String error = gatewayError(answer.headers());
		String gateway = (error != null) ? answer.sanitized(error) : null;
		int status = answer.httpStatus();
		if (status < 300) {
			ConnectFailure failure = ConnectFailure.transientFailure(operation.toString(), null).withCoordinationId(id);
			return new ConnectProtocolException(
					operation + " was answered with " + what + " (HTTP " + status + ", coordination id " + id + ")",
					failure);
		}
		ErrorCategory category = (error != null) ? ErrorCategory.ofGateway(operation, status, error)
				: ErrorCategory.ofHttpStatus(operation, status);
		ConnectFailure failure = failure(operation, id, answer, category, gateway);
		String message = operation + " got no usable answer: HTTP " + status
				+ ((gateway != null) ? " from the gateway, " + gateway : " with " + what) + " (coordination id " + id
				+ ")";
		return switch (category) {
			case CREDENTIALS_REJECTED -> new ConnectCredentialsRejectedException(message, failure);
			case TOKEN_REJECTED -> new ConnectTokenRejectedException(message, failure);
			case TRANSIENT, QUOTA_USED_UP -> new ConnectUnavailableException(message, failure);
			case FAILED -> new ConnectOperationException(message, failure);
		};
	}

	/** The answer belongs to another request, so nothing in it may be believed. */
	ConnectApiException ofForeignAnswer(ConnectOperation operation, String id) {
		return new ConnectProtocolException(
				operation + " was answered with another coordination id than " + id + " which was sent",
				ConnectFailure.transientFailure(operation.toString(), null).withCoordinationId(id));
	}

	private ConnectFailure failure(ConnectOperation operation, String id, RawResponse answer, ErrorCategory category,
			@Nullable String code) {
		boolean passes = category == ErrorCategory.TRANSIENT;
		Duration retryAfter = RetryAfter.read(answer.headers(), this.clock);
		if (category == ErrorCategory.QUOTA_USED_UP && retryAfter == null) {
			retryAfter = QUOTA_WAIT;
		}
		ConnectFailure failure = passes ? ConnectFailure.transientFailure(operation.toString(), code)
				: ConnectFailure.permanentFailure(operation.toString(), code);
		return failure.withCoordinationId(id).withRetryAfter(retryAfter);
	}

	private static @Nullable String gatewayError(HttpHeaders headers) {
		String error = headers.getFirst("X-Mashery-Error-Code");
		if (error == null || error.isBlank()) {
			error = headers.getFirst("X-Error-Detail");
		}
		return (error == null || error.isBlank()) ? null : error.strip();
	}

}
