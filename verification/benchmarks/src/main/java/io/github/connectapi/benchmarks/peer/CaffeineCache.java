package io.github.connectapi.benchmarks.peer;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import io.github.connectapi.ConnectSession;

/**
 * A Caffeine cache of one entry. Its durations start at the response and not at the
 * request, because Caffeine does not know when the request was sent.
 */
final class CaffeineCache implements TokenCache {

	private static final String KEY = "session";

	private final LoadingCache<String, ConnectSession> cache;

	CaffeineCache(Server server, Times times) {
		this.cache = Caffeine.newBuilder()
			.refreshAfterWrite(times.due())
			.expireAfterWrite(times.usable())
			.build((key) -> server.issueSession());
	}

	@Override
	public Object get() {
		return this.cache.get(KEY);
	}

}
