package io.github.connectapi.samples.fleet;

import org.springframework.data.redis.connection.RedisConnectionFactory;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.redis.RedisSessionStore;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.store.SharedSessionSettings;

/**
 * The example of {@code docs/fleet.md}.
 */
final class SharingWithoutSpringBoot {

	private SharingWithoutSpringBoot() {
	}

	static ConnectSessionManager create(ConnectClient client, ConnectCredentials credentials,
			RedisConnectionFactory connections, String secret) {
		var settings = SharedSessionSettings.defaults().withSecret(secret);
		var sessions = ConnectSessionManager.builder(client, () -> credentials)
			.sharedSession(new RedisSessionStore(connections), settings)
			.build();
		return sessions;
	}

}
