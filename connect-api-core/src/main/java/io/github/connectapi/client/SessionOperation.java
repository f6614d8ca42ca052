package io.github.connectapi.client;

import io.github.connectapi.operation.ConnectOperation;

/**
 * The three operations by which sessions come and go on. They are not for
 * {@link ConnectClient#call}: they have methods of their own.
 */
enum SessionOperation {

	CREATE_SESSION("CreateSession", ConnectOperation.Kind.CREATES),

	RENEW_SESSION("RenewSession", ConnectOperation.Kind.RENEWS),

	CREATE_APPLICATION_SESSION("CreateApplicationSession", ConnectOperation.Kind.CREATES);

	@SuppressWarnings("ImmutableEnumChecker") // It is immutable.
	private final ConnectOperation operation;

	SessionOperation(String name, ConnectOperation.Kind kind) {
		this.operation = ConnectOperation.byRule("session", name, kind);
	}

	ConnectOperation operation() {
		return this.operation;
	}

	/**
	 * Whether the connection is closed after the answer, because its read buffer keeps
	 * tokens. A user's login is followed by calls, which go on with its connection; the
	 * others come again and again.
	 */
	boolean endsConnection() {
		return this != CREATE_SESSION;
	}

	@Override
	public String toString() {
		return this.operation.toString();
	}

}
