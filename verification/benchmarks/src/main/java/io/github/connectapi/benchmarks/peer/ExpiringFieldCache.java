package io.github.connectapi.benchmarks.peer;

import io.github.connectapi.ConnectSession;

/**
 * The baseline for caches that check the expiry: a token and its expiry in a volatile
 * field, compared with {@link System#nanoTime()}. The token is never renewed.
 */
final class ExpiringFieldCache implements TokenCache {

	private volatile Entry entry;

	ExpiringFieldCache(Server server) {
		ConnectSession session = server.issueSession();
		this.entry = new Entry(session, Server.expiryNanos(session.token().reveal()));
	}

	@Override
	public Object get() {
		Entry current = this.entry;
		if (System.nanoTime() - current.expiryNanos() >= 0) {
			throw new IllegalStateException("Token expired");
		}
		return current.session();
	}

	private record Entry(ConnectSession session, long expiryNanos) {
	}

}
