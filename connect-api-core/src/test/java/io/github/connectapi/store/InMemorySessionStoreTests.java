package io.github.connectapi.store;

import java.time.Duration;

import io.github.connectapi.test.time.ManualTime;

/**
 * Tests for {@link InMemorySessionStore}.
 */
class InMemorySessionStoreTests extends SessionStoreContract {

	private final ManualTime time = ManualTime.create();

	private final InMemorySessionStore store = new InMemorySessionStore(this.time.clock());

	@Override
	protected SessionStore store() {
		return this.store;
	}

	@Override
	protected void pass(Duration duration) {
		this.time.advance(duration);
	}

}
