package io.github.connectapi.client;

import java.time.Duration;

import org.assertj.core.api.Assertions;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.Secret;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;

/**
 * Clients and calls for tests with real sockets.
 */
final class ClientFixture {

	static final ConnectCredentials CREDENTIALS = ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID,
			FakeConnectServerBuilder.SYSTEM_PASSWORD, FakeConnectServerBuilder.USER_NAME,
			FakeConnectServerBuilder.USER_PASSWORD);

	/** Longer than any test waits. */
	static final Duration LONG = Duration.ofSeconds(20);

	/** Response timeout that is short enough for a test to wait for. */
	static final Duration SHORT = Duration.ofMillis(400);

	private ClientFixture() {
	}

	static ConnectClient client(String baseUrl) {
		return ConnectClient.builder(BaseUrl.of(baseUrl)).responseTimeout(LONG).build();
	}

	static ConnectClient client(FakeConnectServer server) {
		return client(server.baseUrl());
	}

	static ConnectClient withShortTimeout(String baseUrl) {
		return ConnectClient.builder(BaseUrl.of(baseUrl)).responseTimeout(SHORT).build();
	}

	static ConnectSession call(ConnectClient client, SessionOperation operation, String secureToken) {
		return switch (operation) {
			case CREATE_SESSION -> client.createSession(CREDENTIALS, LONG);
			case CREATE_APPLICATION_SESSION -> client.createApplicationSession(CREDENTIALS, LONG);
			case RENEW_SESSION -> client.renewSession(Secret.of(secureToken), CREDENTIALS, LONG);
		};
	}

	static ConnectSession create(ConnectClient client) {
		return call(client, SessionOperation.CREATE_SESSION, "");
	}

	static ConnectApiException failure(ConnectClient client) {
		return failure(client, SessionOperation.CREATE_SESSION);
	}

	static ConnectApiException failure(ConnectClient client, SessionOperation operation) {
		ConnectApiException failure = Assertions.catchThrowableOfType(ConnectApiException.class,
				() -> call(client, operation, "any"));
		Assertions.assertThat(failure).as("failure").isNotNull();
		return failure;
	}

}
