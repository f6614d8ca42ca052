package io.github.connectapi.client;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class ClosingTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final Set<Thread> before = new HashSet<>();

	private ConnectClient client;

	@BeforeEach
	void build() {
		this.before.addAll(ownThreads());
		this.client = ClientFixture.client(this.server);
	}

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	@Test
	void whenTheClientIsBuiltThenThereAreNoThreads() {
		assertThat(newThreads()).isEmpty();
	}

	@Test
	void whenClosedThenItsThreadsEnd() throws Exception {
		ClientFixture.create(this.client);
		List<Thread> threads = newThreads();
		assertThat(threads).isNotEmpty().allMatch(Thread::isDaemon);
		this.client.close();
		for (Thread thread : threads) {
			thread.join(10_000);
			assertThat(thread.isAlive()).isFalse();
		}
	}

	@Test
	void whenClosedThenLaterCallsThrowAClosedExceptionAndSendNothing() {
		this.client.close();
		ConnectApiException failure = ClientFixture.failure(this.client);
		assertThat(failure).isExactlyInstanceOf(ConnectClosedException.class).hasMessageContaining("closed");
		assertThat(failure.isTransient()).isFalse();
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void whenClosedAfterUseThenLaterCallsThrowAClosedException() {
		ClientFixture.create(this.client);
		this.client.close();
		assertThat(ClientFixture.failure(this.client)).isExactlyInstanceOf(ConnectClosedException.class);
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void whenClosedTwiceThenTheSecondCallHasNoEffect() {
		this.client.close();
		this.client.close();
		assertThat(newThreads()).isEmpty();
	}

	@Test
	void whenClosedDuringAnExchangeThenTheExchangeEndsImmediately() throws Exception {
		this.server.enqueue("CreateSession", Fault.hang());
		CompletableFuture<ConnectApiException> failure = CompletableFuture
			.supplyAsync(() -> ClientFixture.failure(this.client));
		this.server.awaitRequests("CreateSession", 1, ClientFixture.LONG);
		this.client.close();
		assertThat(failure.get(5, TimeUnit.SECONDS)).isExactlyInstanceOf(ConnectClosedException.class);
	}

	@Test
	void whenOneClientIsClosedThenAnotherRemainsUsable() {
		try (ConnectClient other = ClientFixture.client(this.server)) {
			ClientFixture.create(other);
			this.client.close();
			ConnectSession session = ClientFixture.create(other);
			assertThat(session.lifetime()).isEqualTo(Duration.ofMinutes(30));
		}
	}

	private List<Thread> newThreads() {
		return ownThreads().stream().filter((thread) -> !this.before.contains(thread)).toList();
	}

	private static List<Thread> ownThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("getty-connect-http-"))
			.toList();
	}

}
