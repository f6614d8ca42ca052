package io.github.connectapi.samples.fleet;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.connection.RedisConnectionFactory;

import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.redis.RedisSessionStore;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.SessionSettings;
import io.github.connectapi.store.SharedSessionSettings;

/**
 * Shares the session until the starter has an auto-configuration for it.
 */
@Configuration(proxyBeanMethods = false)
class StandIn {

	@Bean
	ConnectSessionManager gettyConnectSessionManager(ConnectClient client, ConnectCredentialsProvider credentials,
			RedisConnectionFactory redis, Environment environment) {
		return ConnectSessionManager.builder(client, credentials)
			.settings(SessionSettings.defaults().withRenewal(0.12, 0))
			.sharedSession(new RedisSessionStore(redis),
					SharedSessionSettings.defaults()
						.withPollInterval(Duration.ofSeconds(2))
						.withTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(5))
						.withSecret(environment.getProperty("getty.connect.session.shared.secret")))
			.build();
	}

}
