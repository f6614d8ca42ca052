package io.github.connectapi.client;

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

	@Override
	public String toString() {
		return this.operation.toString();
	}

}
