package io.github.connectapi.test.assertj;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.ReceivedRequest;

/**
 * Entry points of the assertions; for static import. Failure messages list what was
 * received and show no secret.
 */
public final class ConnectAssertions {

	private ConnectAssertions() {
	}

	/**
	 * Begins assertions about the requests that a server received.
	 * @param server the server
	 * @return the assertions
	 */
	public static FakeConnectServerAssert assertThat(FakeConnectServer server) {
		return new FakeConnectServerAssert(server);
	}

	/**
	 * Begins assertions about one request.
	 * @param request the request
	 * @return the assertions
	 */
	public static ReceivedRequestAssert assertThat(ReceivedRequest request) {
		return new ReceivedRequestAssert(request);
	}

}
