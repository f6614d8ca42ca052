package io.github.connectapi.benchmarks.peer;

import java.util.List;

import io.github.connectapi.session.ManagerCache;

/**
 * The token caches that are compared.
 */
public enum Peer {

	/** A volatile field. */
	FIELD("baseline: volatile read"),

	/** A volatile field and a clock. */
	EXPIRING_FIELD("baseline: volatile read + nanoTime"),

	/** One future for all callers. */
	FUTURE("baseline: one shared future"),

	/** The session manager. */
	SESSION_MANAGER("ConnectSessionManager"),

	/** The cache of the AWS SDK. */
	AWS("AWS CachedSupplier"),

	/** The cache of google-auth, renewing in the background. */
	GOOGLE("google-auth OAuth2Credentials"),

	/** The cache of google-auth, renewing on the thread of the caller. */
	GOOGLE_BLOCKING("google-auth OAuth2Credentials, blocking"),

	/** A Caffeine cache. */
	CAFFEINE("Caffeine");

	private final String title;

	Peer(String title) {
		this.title = title;
	}

	/**
	 * Return the caches that renew their token.
	 * @return all but the baselines
	 */
	public static List<Peer> renewing() {
		return List.of(SESSION_MANAGER, AWS, GOOGLE, CAFFEINE);
	}

	/**
	 * Return the title for a table.
	 * @return the title
	 */
	public String title() {
		return this.title;
	}

	/**
	 * Open a cache. The field caches call the server at once, the others on the first
	 * read.
	 * @param server the server to call
	 * @param times when to renew
	 * @return the cache
	 */
	public TokenCache open(Server server, Times times) {
		return switch (this) {
			case FIELD -> new FieldCache(server);
			case EXPIRING_FIELD -> new ExpiringFieldCache(server);
			case FUTURE -> new FutureCache(server);
			case SESSION_MANAGER -> new ManagerCache(server, times);
			case AWS -> new AwsCache(server, times);
			case GOOGLE -> new GoogleCache(server, times, true);
			case GOOGLE_BLOCKING -> new GoogleCache(server, times, false);
			case CAFFEINE -> new CaffeineCache(server, times);
		};
	}

}
