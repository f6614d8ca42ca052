package io.github.connectapi.client;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.operation.ConnectRequest;

/**
 * Context of one exchange: everything that its exceptions and log messages need.
 */
record ExchangeContext(ConnectOperation operation, Purpose purpose, String coordinationId) {

	static ExchangeContext of(SessionOperation session) {
		return new ExchangeContext(session.operation(), session.purpose(), UUID.randomUUID().toString());
	}

	static ExchangeContext of(TokenGrant grant) {
		return new ExchangeContext(grant.operation(), grant.purpose(), UUID.randomUUID().toString());
	}

	static ExchangeContext of(ConnectRequest request) {
		return new ExchangeContext(request.operation(), Purpose.USE_SESSION,
				request.coordinationId().orElseGet(() -> UUID.randomUUID().toString()));
	}

	boolean usesSession() {
		return this.purpose == Purpose.USE_SESSION;
	}

	/**
	 * Return whether the request may be repeated if its outcome is unknown. A renewal may
	 * have replaced the tokens.
	 */
	boolean isRepeatable() {
		return switch (this.purpose) {
			case CREATE_SESSION -> true;
			case RENEW_SESSION -> false;
			case USE_SESSION -> this.operation.isIdempotent();
		};
	}

	ConnectFailure permanentFailure(@Nullable String code) {
		return ConnectFailure.permanentFailure(this.operation.name(), code).withCoordinationId(this.coordinationId);
	}

	ConnectFailure transientFailure(@Nullable String code) {
		return ConnectFailure.transientFailure(this.operation.name(), code).withCoordinationId(this.coordinationId);
	}

	/** Return the failure of a caller that was interrupted before anything was sent. */
	ConnectInterruptedException interrupted() {
		return new ConnectInterruptedException("%s was not sent because its thread was interrupted (coordination id %s)"
			.formatted(this.operation, this.coordinationId), permanentFailure(null).withNotSent(true), null);
	}

	/**
	 * Purpose of an exchange with regard to sessions. It decides the meaning of an error.
	 */
	enum Purpose {

		/** The exchange creates a session. */
		CREATE_SESSION,

		/** The exchange renews a session. */
		RENEW_SESSION,

		/** The exchange uses a session. */
		USE_SESSION

	}

}
