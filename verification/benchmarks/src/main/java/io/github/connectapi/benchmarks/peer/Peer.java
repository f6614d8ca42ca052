package io.github.connectapi.benchmarks.peer;

import java.util.List;

import io.github.connectapi.session.ManagerCache;

/**
 * All that is measured.
 */
public enum Peer {

	/** A volatile read. */
	FIELD("floor: volatile read"),

	/** A volatile read and a clock. */
	CLOCKED_FIELD("floor: volatile read + nanoTime"),

	/** One future for all callers. */
	FUTURE("floor: one shared future"),

	/** The session manager. */
	OURS("ours"),

	/** AWS SDK. */
	AWS("AWS CachedSupplier"),

	/** google-auth, renewing in the background. */
	GOOGLE("google-auth OAuth2Credentials"),

	/** google-auth, renewing on the caller's thread. */
	GOOGLE_BLOCKING("google-auth OAuth2Credentials, blocking"),

	/** Caffeine. */
	CAFFEINE("Caffeine");

	private final String title;

	Peer(String title) {
		this.title = title;
	}

	/**
	 * Those that renew.
	 * @return without the floors
	 */
	public static List<Peer> renewing() {
		return List.of(OURS, AWS, GOOGLE, CAFFEINE);
	}

	/**
	 * What to call it in a table.
	 * @return its title
	 */
	public String title() {
		return this.title;
	}

	/**
	 * Makes a cache; the floors ask the server at once, the others when they are read.
	 * @param server whom to ask
	 * @param times when
	 * @return a cache
	 */
	public TokenCache open(Server server, Times times) {
		return switch (this) {
			case FIELD -> new FieldCache(server);
			case CLOCKED_FIELD -> new ClockedFieldCache(server);
			case FUTURE -> new FutureCache(server);
			case OURS -> new ManagerCache(server, times);
			case AWS -> new AwsCache(server, times);
			case GOOGLE -> new GoogleCache(server, times, true);
			case GOOGLE_BLOCKING -> new GoogleCache(server, times, false);
			case CAFFEINE -> new CaffeineCache(server, times);
		};
	}

}
