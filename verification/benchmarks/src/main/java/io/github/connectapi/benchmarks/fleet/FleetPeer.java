package io.github.connectapi.benchmarks.fleet;

import java.time.Duration;
import java.util.Objects;

import org.springframework.data.redis.cache.RedisCacheConfiguration;
import org.springframework.data.redis.cache.RedisCacheManager;
import org.springframework.data.redis.cache.RedisCacheWriter;
import org.springframework.data.redis.connection.RedisConnectionFactory;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.redis.RedisSessionStore;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionManagerBuilder;
import io.github.connectapi.session.SessionSettings;
import io.github.connectapi.store.SharedSessionSettings;

/**
 * How instances get their token.
 */
public enum FleetPeer {

	/** The session manager with a store. */
	SHARED("this library, shared session"),

	/** The session manager without a store. */
	OWN("every instance logs in"),

	/** A cache of Spring in Redis. */
	SPRING("Spring's cache"),

	/** A cache of Spring in Redis that locks while a value is loaded. */
	SPRING_LOCKING("Spring's cache, locking");

	static final Duration TIMEOUT = Duration.ofMinutes(1);

	/** A busy machine needs long for the first exchange of many instances. */
	private static final SessionSettings SETTINGS = SessionSettings.defaults()
		.withAcquisitionTimeout(TIMEOUT)
		.withWaitTimeout(TIMEOUT);

	private static final Duration TIME_TO_LIVE = Duration.ofMinutes(24);

	private final String title;

	FleetPeer(String title) {
		this.title = title;
	}

	/**
	 * Return the title for a table.
	 * @return the title
	 */
	public String title() {
		return this.title;
	}

	/**
	 * Create one instance.
	 * @param client the client for logins
	 * @param connections the connections to Redis
	 * @param user the user, of which instances share a token
	 * @return what an application does to get its token
	 */
	public Instance open(ConnectClient client, RedisConnectionFactory connections, String user) {
		ConnectCredentials credentials = ConnectCredentials.of("1", "system", user, "password");
		return switch (this) {
			case SHARED -> manager(ConnectSessionManager.builder(client, () -> credentials)
				.sharedSession(new RedisSessionStore(connections),
						SharedSessionSettings.defaults().withSecret("0123456789abcdef0123456789abcdef")));
			case OWN -> manager(ConnectSessionManager.builder(client, () -> credentials));
			case SPRING -> cache(RedisCacheWriter.nonLockingRedisCacheWriter(connections), client, credentials, user);
			case SPRING_LOCKING ->
				cache(RedisCacheWriter.lockingRedisCacheWriter(connections), client, credentials, user);
		};
	}

	private static Instance manager(ConnectSessionManagerBuilder builder) {
		ConnectSessionManager manager = builder.settings(SETTINGS).build();
		return () -> manager.getSession().token().reveal();
	}

	/** Do what {@code @Cacheable(sync = true)} does. */
	private static Instance cache(RedisCacheWriter writer, ConnectClient client, ConnectCredentials credentials,
			String user) {
		RedisCacheManager caches = RedisCacheManager.builder(writer)
			.cacheDefaults(RedisCacheConfiguration.defaultCacheConfig().entryTtl(TIME_TO_LIVE))
			.build();
		caches.afterPropertiesSet();
		return () -> Objects.requireNonNull(Objects.requireNonNull(caches.getCache("token"))
			.get(user, () -> client.createSession(credentials, TIMEOUT).token().reveal()));
	}

	/**
	 * One instance of an application.
	 */
	@FunctionalInterface
	public interface Instance {

		/**
		 * Return the token.
		 * @return the token
		 */
		String token();

	}

}
