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

/**
 * Makes the exception for an answer that is not a success.
 */
final class AnswerFailures {

	/** When a used up quota does not say how long to wait. */
	static final Duration QUOTA_WAIT = Duration.ofMinutes(15);

	private final InstantSource clock;

	AnswerFailures(InstantSource clock) {
		this.clock = clock;
	}

	/** The server executed the operation and says that it failed. */
	ConnectApiException ofEnvelope(ConnectOperation operation, String id, Answer answer, Envelope<?> envelope) {
		Verdict verdict = Verdict.ofEnvelope(operation, answer.httpStatus(), envelope.code());
		String code = answer.legible(envelope.code());
		List<ConnectStatus> statuses = envelope.statuses().stream().map(answer::legible).toList();
		String said = statuses.stream()
			.filter((status) -> status.code().equals(code))
			.findFirst()
			.map((status) -> code + ": " + status.message())
			.orElse("no code");
		ConnectFailure failure = failure(operation, id, answer, verdict, code.isBlank() ? null : code)
			.withStatuses(statuses);
		String message = operation + " answered an error (" + said + ", coordination id " + id + ")";
		return switch (verdict) {
			case CREDENTIALS_REJECTED -> new ConnectCredentialsRejectedException(message, failure);
			case TOKEN_REJECTED -> new ConnectTokenRejectedException(message, failure);
			default -> new ConnectOperationException(message, failure);
		};
	}

	/** There is no envelope that can be believed; a gateway may have answered instead. */
	ConnectApiException ofUnreadable(ConnectOperation operation, String id, Answer answer, String what) {
		String error = gatewayError(answer.headers());
		String gateway = (error != null) ? answer.legible(error) : null;
		int status = answer.httpStatus();
		if (status < 300) {
			ConnectFailure failure = ConnectFailure.passing(operation.toString(), null).withCoordinationId(id);
			return new ConnectProtocolException(
					operation + " was answered with " + what + " (HTTP " + status + ", coordination id " + id + ")",
					failure);
		}
		Verdict verdict = (error != null) ? Verdict.ofGateway(operation, status, error)
				: Verdict.ofHttpStatus(operation, status);
		ConnectFailure failure = failure(operation, id, answer, verdict, gateway);
		String message = operation + " got no usable answer: HTTP " + status
				+ ((gateway != null) ? " from the gateway, " + gateway : " with " + what) + " (coordination id " + id
				+ ")";
		return switch (verdict) {
			case CREDENTIALS_REJECTED -> new ConnectCredentialsRejectedException(message, failure);
			case TOKEN_REJECTED -> new ConnectTokenRejectedException(message, failure);
			case MAY_PASS, QUOTA_USED_UP -> new ConnectUnavailableException(message, failure);
			case FAILED -> new ConnectOperationException(message, failure);
		};
	}

	/** The answer belongs to another request, so nothing in it may be believed. */
	ConnectApiException ofForeignAnswer(ConnectOperation operation, String id) {
		return new ConnectProtocolException(
				operation + " was answered with another coordination id than " + id + " which was sent",
				ConnectFailure.passing(operation.toString(), null).withCoordinationId(id));
	}

	private ConnectFailure failure(ConnectOperation operation, String id, Answer answer, Verdict verdict,
			@Nullable String code) {
		boolean passes = verdict == Verdict.MAY_PASS;
		Duration retryAfter = RetryAfter.read(answer.headers(), this.clock);
		if (verdict == Verdict.QUOTA_USED_UP && retryAfter == null) {
			retryAfter = QUOTA_WAIT;
		}
		ConnectFailure failure = passes ? ConnectFailure.passing(operation.toString(), code)
				: ConnectFailure.lasting(operation.toString(), code);
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
