package io.github.connectapi.client;

/**
 * One of the three operations on sessions: its name gives its path and the keys of its
 * request and its result.
 */
enum ConnectOperation {

	CREATE_SESSION("CreateSession"),

	RENEW_SESSION("RenewSession"),

	CREATE_APPLICATION_SESSION("CreateApplicationSession");

	private final String operationName;

	ConnectOperation(String operationName) {
		this.operationName = operationName;
	}

	String path() {
		return "/v1/session/" + this.operationName;
	}

	String requestKey() {
		return this.operationName + "RequestBody";
	}

	String resultKey() {
		return this.operationName + "Result";
	}

	boolean renews() {
		return this == RENEW_SESSION;
	}

	@Override
	public String toString() {
		return this.operationName;
	}

}
