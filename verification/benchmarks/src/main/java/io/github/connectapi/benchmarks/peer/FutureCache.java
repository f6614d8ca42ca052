package io.github.connectapi.benchmarks.peer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.connectapi.ConnectSession;

/**
 * The baseline for waiting callers: one shared future, completed once by a separate
 * thread.
 */
final class FutureCache implements TokenCache {

	private final CompletableFuture<ConnectSession> session = new CompletableFuture<>();

	private final AtomicBoolean requested = new AtomicBoolean();

	private final Server server;

	FutureCache(Server server) {
		this.server = server;
	}

	@Override
	public Object get() {
		if (!this.session.isDone() && this.requested.compareAndSet(false, true)) {
			new Thread(() -> this.session.complete(this.server.issueSession()), "future").start();
		}
		try {
			// Timed, as the wait of a manager.
			return this.session.get(1, TimeUnit.MINUTES);
		}
		catch (InterruptedException | ExecutionException | TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
