package io.github.connectapi.fleet.server;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;

import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.Secret;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.redis.RedisSessionStore;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.SharedSessionSettings;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;

/**
 * Managers in this JVM that share a session of a fake Connect API.
 */
final class Managers implements AutoCloseable {

	static final String SECRET = "a secret of all instances, of 32 or more characters";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final FakeConnectServer api = FakeConnectServer.builder().https(false).start();

	private final Deque<AutoCloseable> opened = new ArrayDeque<>();

	FakeConnectServer api() {
		return this.api;
	}

	int logins() {
		return this.api.count("CreateSession");
	}

	int renewals() {
		return this.api.count("RenewSession");
	}

	/** Return a manager that uses Redis at a port of the loopback address. */
	ConnectSessionManager withRedis(int port) {
		return with(redis(port), (settings) -> settings);
	}

	SessionStore redis(int port) {
		LettuceConnectionFactory connections = new LettuceConnectionFactory(
				new RedisStandaloneConfiguration("127.0.0.1", port),
				LettuceClientConfiguration.builder().commandTimeout(Duration.ofSeconds(2)).build());
		connections.afterPropertiesSet();
		connections.start();
		this.opened.push(connections::destroy);
		return new RedisSessionStore(connections);
	}

	ConnectSessionManager with(SessionStore store, UnaryOperator<SharedSessionSettings> customizer) {
		return with(store, FakeConnectServerBuilder.USER_PASSWORD, customizer);
	}

	ConnectSessionManager with(SessionStore store, String userPassword,
			UnaryOperator<SharedSessionSettings> customizer) {
		ConnectClient client = ConnectClient.builder(BaseUrl.of(this.api.baseUrl(), true)).build();
		ConnectCredentials credentials = ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID,
				FakeConnectServerBuilder.SYSTEM_PASSWORD, FakeConnectServerBuilder.USER_NAME, userPassword);
		SharedSessionSettings settings = SharedSessionSettings.defaults()
			.withSecret(SECRET)
			.withPollInterval(Duration.ofSeconds(1))
			.withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(2));
		ConnectSessionManager manager = ConnectSessionManager.builder(client, () -> credentials)
			.sharedSession(store, customizer.apply(settings))
			.build();
		this.opened.push(manager::close);
		this.opened.push(client::close);
		return manager;
	}

	/** Return the token of a manager. */
	static Secret token(ConnectSessionManager manager) {
		return manager.getSession(PATIENCE).token();
	}

	/** Wait until managers use the same session. */
	static void awaitOneSession(ConnectSessionManager first, ConnectSessionManager second) {
		ServerProcess.await(() -> token(first).equals(token(second)));
	}

	@Override
	public void close() {
		this.opened.forEach((each) -> {
			try {
				each.close();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		});
		this.api.close();
	}

}
