package io.github.connectapi.fleet;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.store.SessionStore;

/**
 * Many managers in this JVM, which share their client, their store and their threads.
 */
final class Managers implements AutoCloseable {

	private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(32);

	private final ConnectClient client;

	private final List<ConnectSessionManager> managers;

	Managers(Fleet fleet, int count) {
		this.client = FleetApplication.client(fleet.options());
		SessionStore store = StoreFactory.create(fleet.store().address());
		this.managers = Stream.generate(
				() -> FleetApplication.manager(this.client, fleet.options(), store).scheduler(this.scheduler).build())
			.limit(count)
			.toList();
	}

	/** Return the distinct tokens that all managers get at once. */
	Set<String> sessions() throws Exception {
		List<CompletableFuture<ConnectSession>> pending = this.managers.stream()
			.map((manager) -> manager.getSessionAsync().toCompletableFuture())
			.toList();
		Set<String> tokens = new LinkedHashSet<>();
		for (CompletableFuture<ConnectSession> session : pending) {
			tokens.add(TokenHash.of(session.get(60, TimeUnit.SECONDS).token()));
		}
		return tokens;
	}

	@Override
	public void close() {
		this.managers.forEach(ConnectSessionManager::close);
		this.client.close();
		this.scheduler.shutdownNow();
	}

}
