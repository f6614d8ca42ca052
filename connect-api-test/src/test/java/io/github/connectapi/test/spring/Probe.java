package io.github.connectapi.test.spring;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

import io.github.connectapi.test.FakeConnectServer;

/**
 * Asks a server for anything.
 */
final class Probe {

	private Probe() {
	}

	/** Answers 400 when the server works: the request is none. */
	static int status(FakeConnectServer server) throws IOException {
		HttpURLConnection connection = (HttpURLConnection) URI.create(server.baseUrl() + "/v1/session/CreateSession")
			.toURL()
			.openConnection();
		connection.setRequestMethod("POST");
		return connection.getResponseCode();
	}

}
