package io.github.connectapi.benchmarks.peer;

import io.github.connectapi.ConnectSession;

/**
 * The floor of all that looks at a clock: a token and its end in a volatile field,
 * compared with {@link System#nanoTime()}, never renewed.
 */
final class ClockedFieldCache implements TokenCache {

	private volatile Entry entry;

	ClockedFieldCache(Server server) {
		ConnectSession session = server.grant();
		this.entry = new Entry(session, Server.endNanos(session.token().reveal()));
	}

	@Override
	public Object get() {
		Entry current = this.entry;
		if (System.nanoTime() - current.endNanos() >= 0) {
			throw new IllegalStateException("Expired");
		}
		return current.session();
	}

	private record Entry(ConnectSession session, long endNanos) {
	}

}
