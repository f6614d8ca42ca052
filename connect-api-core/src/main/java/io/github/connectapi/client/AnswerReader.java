package io.github.connectapi.client;

import java.time.InstantSource;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectProtocolException;

/**
 * Turns an answer into its envelope, or into the exception that says what it means. The
 * envelope is read first whatever the HTTP status is, because errors come under several;
 * a success is believed under 200 only.
 */
final class AnswerReader {

	private static final Log logger = LogFactory.getLog(ConnectClient.class);

	private final AnswerFailures failures;

	AnswerReader(InstantSource clock) {
		this.failures = new AnswerFailures(clock);
	}

	/** The envelope of a success. */
	<T> Envelope<T> read(ConnectOperation operation, String coordinationId, Answer answer, Decoder<T> decoder) {
		Envelope<T> envelope = decode(operation, coordinationId, answer, decoder);
		if (envelope.contradicts(coordinationId)) {
			if (operation.kind() != ConnectOperation.Kind.CALLS) {
				throw this.failures.ofForeignAnswer(operation, coordinationId);
			}
			// It may have used up quota, so it is not thrown away.
			logger.warn("Connect answer with another coordination id: operation=" + operation + " sent="
					+ coordinationId + " answered=" + answer.legible(envelope.coordinationId()));
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

	private <T> Envelope<T> decode(ConnectOperation operation, String coordinationId, Answer answer,
			Decoder<T> decoder) {
		try {
			return decoder.decode(operation, answer.body());
		}
		catch (UnfitResultException ex) {
			if (answer.httpStatus() == 200) {
				throw broken(operation, coordinationId, answer.legible(String.valueOf(ex.getMessage())));
			}
			throw this.failures.ofUnreadable(operation, coordinationId, answer, "an envelope without an error");
		}
		catch (MalformedAnswerException ex) {
			throw this.failures.ofUnreadable(operation, coordinationId, answer, String.valueOf(ex.getMessage()));
		}
	}

	/** With a result, if there is to be one. */
	@SuppressWarnings("NullAway") // The result is null for Void only.
	static <T> ConnectResponse<T> response(ConnectOperation operation, String id, Answer answer, Envelope<T> envelope,
			Class<T> type) {
		if (envelope.result() == null && type != Void.class) {
			throw broken(operation, id, operation.resultKey().orElse("a result") + " is missing");
		}
		return new ConnectResponse<>(envelope.result(), id, envelope.statuses().stream().map(answer::legible).toList());
	}

	static ConnectProtocolException broken(ConnectOperation operation, String id, String what) {
		return new ConnectProtocolException(
				operation + " was answered against its contract: " + what + " (coordination id " + id + ")",
				ConnectFailure.lasting(operation.toString(), null).withCoordinationId(id));
	}

	/** Reads a body. */
	@FunctionalInterface
	interface Decoder<T> {

		Envelope<T> decode(ConnectOperation operation, byte[] body) throws MalformedAnswerException;

	}

}
