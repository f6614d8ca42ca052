package io.github.connectapi.client;

import java.time.InstantSource;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.operation.ConnectResponse;

/**
 * Turns an answer into its envelope, or into the exception that says what it means. The
 * envelope is read first whatever the HTTP status is, because errors come under several;
 * a success is believed under 200 only.
 */
final class ResponseReader {

	private static final Log logger = LogFactory.getLog(ConnectClient.class);

	private final ConnectExceptionTranslator failures;

	ResponseReader(InstantSource clock) {
		this.failures = new ConnectExceptionTranslator(clock);
	}

	/** The envelope of a success. */
	<T> Envelope<T> read(ConnectOperation operation, String coordinationId, RawResponse answer, Decoder<T> decoder) {
		Envelope<T> envelope = decode(operation, coordinationId, answer, decoder);
		if (envelope.contradicts(coordinationId)) {
			if (operation.kind() != ConnectOperation.Kind.CALLS) {
				throw this.failures.ofForeignAnswer(operation, coordinationId);
			}
			// It may have used up quota, so it is not thrown away.
			logger.warn("Connect answer with another coordination id: operation=" + operation + " sent="
					+ coordinationId + " answered=" + answer.sanitized(envelope.coordinationId()));
		}
		if (envelope.isError()) {
			throw this.failures.ofEnvelope(operation, coordinationId, answer, envelope);
		}
		if (answer.httpStatus() != 200) {
			throw this.failures.ofUnreadable(operation, coordinationId, answer, "an envelope without an error");
		}
		if (!envelope.isUsable()) {
			throw broken(operation, coordinationId, "the Status is none of Success, Warning and Error");
		}
		return envelope;
	}

	private <T> Envelope<T> decode(ConnectOperation operation, String coordinationId, RawResponse answer,
			Decoder<T> decoder) {
		try {
			return decoder.decode(operation, answer.body());
		}
		catch (ResultConversionException ex) {
			if (answer.httpStatus() == 200) {
				throw broken(operation, coordinationId, answer.sanitized(String.valueOf(ex.getMessage())));
			}
			throw this.failures.ofUnreadable(operation, coordinationId, answer, "an envelope without an error");
		}
		catch (MalformedResponseException ex) {
			throw this.failures.ofUnreadable(operation, coordinationId, answer, String.valueOf(ex.getMessage()));
		}
	}

	/** With a result, if there is to be one. */
	@SuppressWarnings("NullAway") // The result is null for Void only.
	static <T> ConnectResponse<T> response(ConnectOperation operation, String id, RawResponse answer,
			Envelope<T> envelope, Class<T> type) {
		if (envelope.result() == null && type != Void.class) {
			throw broken(operation, id, operation.resultKey().orElse("a result") + " is missing");
		}
		return new ConnectResponse<>(envelope.result(), id,
				envelope.statuses().stream().map(answer::sanitized).toList());
	}

	static ConnectProtocolException broken(ConnectOperation operation, String id, String what) {
		return new ConnectProtocolException(
				operation + " was answered against its contract: " + what + " (coordination id " + id + ")",
				ConnectFailure.permanentFailure(operation.toString(), null).withCoordinationId(id));
	}

	/** Reads a body. */
	@FunctionalInterface
	interface Decoder<T> {

		Envelope<T> decode(ConnectOperation operation, byte[] body) throws MalformedResponseException;

	}

}
