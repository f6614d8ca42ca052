package io.github.connectapi.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.store.InMemorySessionStore;
import io.github.connectapi.store.SharedSessionSettings;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many managers of one application share a session and the threads of one scheduler.
 */
@Timeout(60)
class ManyManagersTests {

	private static final int THREADS = 4;

	private final FakeConnectServer server = FakeConnectServer.builder().start();

	private final ConnectClient client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl(), true)).build();

	private final InMemorySessionStore store = new InMemorySessionStore(InstantSource.system());

	private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(THREADS);

	private final List<ConnectSessionManager> managers = Stream.generate(this::manager).limit(2 * THREADS).toList();

	private ConnectSessionManager manager() {
		return ConnectSessionManager
			.builder(this.client,
					() -> ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID,
							FakeConnectServerBuilder.SYSTEM_PASSWORD, FakeConnectServerBuilder.USER_NAME,
							FakeConnectServerBuilder.USER_PASSWORD))
			.scheduler(this.scheduler)
			.sharedSession(this.store, SharedSessionSettings.defaults().withSecret("0123456789abcdef0123456789abcdef"))
			.build();
	}

	@AfterEach
	void close() {
		this.managers.forEach(ConnectSessionManager::close);
		this.scheduler.shutdownNow();
		this.client.close();
		this.server.close();
	}

	@Test
	void whenAllThreadsWaitForTheClaimOfOneThenItIsExtended() throws Exception {
		this.server.enqueue("CreateSession", Fault.block());
		List<CompletableFuture<ConnectSession>> pending = this.managers.stream()
			.map((manager) -> manager.getSessionAsync().toCompletableFuture())
			.toList();
		this.server.awaitRequests("CreateSession", 1, Duration.ofSeconds(10));
		// Longer than a claim that is not extended.
		TimeUnit.SECONDS.sleep(7);
		this.server.unblock();
		for (CompletableFuture<ConnectSession> session : pending) {
			assertThat(session.get(10, TimeUnit.SECONDS)).isEqualTo(pending.get(0).get());
		}
		assertThat(this.server.count("CreateSession")).isOne();
	}

}
