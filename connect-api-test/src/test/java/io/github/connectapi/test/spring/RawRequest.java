package io.github.connectapi.test.spring;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

import io.github.connectapi.test.FakeConnectServer;

/**
 * Sends an empty request to a fake server.
 */
final class RawRequest {

	private RawRequest() {
	}

	/** Return the status, which is 400 if the server is running without faults. */
	static int status(FakeConnectServer server) throws IOException {
		HttpURLConnection connection = (HttpURLConnection) URI.create(server.baseUrl() + "/v1/session/CreateSession")
			.toURL()
			.openConnection();
		connection.setRequestMethod("POST");
		return connection.getResponseCode();
	}

}
