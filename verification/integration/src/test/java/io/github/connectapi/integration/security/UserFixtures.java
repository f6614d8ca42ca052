package io.github.connectapi.integration.security;

import java.util.List;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.autoconfigure.endpoint.ConnectUserState;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.user.ConnectSessions;
import io.github.connectapi.user.ConnectSessionsBuilder;
import io.github.connectapi.user.ConnectSessionsSettings;
import io.github.connectapi.user.ConnectSessionsSnapshot;
import io.github.connectapi.user.ConnectUserCredentials;
import io.github.connectapi.user.ConnectUserSessionListener;

/**
 * Instances of the types for many users, one of whom has logged in with the canary.
 */
final class UserFixtures {

	private static final String KEY = "customer-17";

	private UserFixtures() {
	}

	static List<Object> instances(ConnectClient client) {
		ConnectUserCredentials credentials = (key) -> ConnectCredentials.of("system", Fixtures.CANARY, "user",
				Fixtures.CANARY);
		ConnectUserSessionListener listener = (key, event) -> {
		};
		ConnectSessionsBuilder builder = ConnectSessions.builder(client, credentials).listener(listener);
		try (ConnectSessions sessions = builder.build()) {
			ConnectSessionManager user = sessions.forUser(KEY);
			user.getSession();
			return List.of(credentials, listener, builder, sessions, user, sessions.snapshot(),
					new ConnectSessionsSnapshot.Sharing(0, true), ConnectSessionsSettings.defaults(),
					new ConnectUserState("cu******", user.snapshot()));
		}
	}

}
