package io.github.connectapi.test.assertj;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.ReceivedRequest;

/**
 * Entry point for assertions about a {@link FakeConnectServer}, for static import.
 * Failure messages list the received requests without their secrets.
 */
public final class ConnectAssertions {

	private ConnectAssertions() {
	}

	/**
	 * Create assertions about the requests that a server received.
	 * @param server the server
	 * @return the assertions
	 */
	public static FakeConnectServerAssert assertThat(FakeConnectServer server) {
		return new FakeConnectServerAssert(server);
	}

	/**
	 * Create assertions about one request.
	 * @param request the request
	 * @return the assertions
	 */
	public static ReceivedRequestAssert assertThat(ReceivedRequest request) {
		return new ReceivedRequestAssert(request);
	}

}
