package io.github.connectapi.client;

import io.github.connectapi.client.ExchangeContext.Purpose;
import io.github.connectapi.operation.ConnectOperation;

/**
 * The three operations that create or renew sessions. {@link ConnectClient} has a
 * separate method for each of them.
 */
enum SessionOperation {

	CREATE_SESSION("CreateSession", Purpose.CREATE_SESSION),

	RENEW_SESSION("RenewSession", Purpose.RENEW_SESSION),

	CREATE_APPLICATION_SESSION("CreateApplicationSession", Purpose.CREATE_SESSION);

	@SuppressWarnings("ImmutableEnumChecker") // ConnectOperation is immutable.
	private final ConnectOperation operation;

	private final Purpose purpose;

	SessionOperation(String name, Purpose purpose) {
		this.operation = ConnectOperation.of("session", name);
		this.purpose = purpose;
	}

	ConnectOperation operation() {
		return this.operation;
	}

	Purpose purpose() {
		return this.purpose;
	}

	/**
	 * Return whether the connection is closed after the response, because the state of
	 * TLS may retain tokens. After CreateSession it is kept open, because calls usually
	 * follow on the same connection. The other operations are repeated periodically.
	 */
	boolean closesConnection() {
		return this != CREATE_SESSION;
	}

	@Override
	public String toString() {
		return this.operation.name();
	}

}
