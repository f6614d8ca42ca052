package io.github.connectapi.benchmarks.peer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.connectapi.ConnectSession;

/**
 * The floor of waiting: one future that all callers wait for, completed once by a thread
 * of its own.
 */
final class FutureCache implements TokenCache {

	private final CompletableFuture<ConnectSession> session = new CompletableFuture<>();

	private final AtomicBoolean asked = new AtomicBoolean();

	private final Server server;

	FutureCache(Server server) {
		this.server = server;
	}

	@Override
	public Object get() {
		if (!this.session.isDone() && this.asked.compareAndSet(false, true)) {
			new Thread(() -> this.session.complete(this.server.grant()), "future").start();
		}
		return this.session.join();
	}

}
