package io.github.connectapi.benchmarks.peer;

import io.github.connectapi.ConnectSession;

/**
 * The baseline for all caches: a token in a volatile field. It is never renewed.
 */
final class FieldCache implements TokenCache {

	private volatile ConnectSession session;

	FieldCache(Server server) {
		this.session = server.issueSession();
	}

	@Override
	public Object get() {
		return this.session;
	}

}
