package io.github.connectapi.benchmarks;

import java.time.Duration;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.RemovalCause;
import org.jspecify.annotations.Nullable;

import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.SimulatedLogins;
import io.github.connectapi.user.ConnectUserCredentials;

/**
 * What an application would write instead of {@code ConnectSessions}: one manager for
 * each user in a cache, which is closed when it was not used for half an hour.
 */
final class CaffeineUsers implements AutoCloseable {

	private final LoadingCache<String, ConnectSessionManager> managers;

	CaffeineUsers(SimulatedLogins logins, ConnectUserCredentials credentials) {
		this.managers = Caffeine.newBuilder()
			.expireAfterAccess(Duration.ofMinutes(30))
			.removalListener(CaffeineUsers::removed)
			.build((key) -> logins.manager(Objects.requireNonNull(credentials.getCredentials(key))));
	}

	private static void removed(@Nullable String key, @Nullable ConnectSessionManager manager, RemovalCause cause) {
		if (manager != null) {
			manager.close();
		}
	}

	ConnectSessionManager forUser(String key) {
		return this.managers.get(key);
	}

	@Override
	public void close() {
		this.managers.asMap().values().forEach(ConnectSessionManager::close);
		this.managers.invalidateAll();
	}

}
