package io.github.connectapi.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;

import io.github.connectapi.SystemClock;

import static io.github.connectapi.transport.TransportFixture.LONG;
import static io.github.connectapi.transport.TransportFixture.exchange;
import static io.github.connectapi.transport.TransportFixture.transport;
import static io.github.connectapi.transport.TransportFixture.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;

/**
 * Exchanges with real sockets.
 */
@Timeout(60)
class TransportTests {

	private static final Duration SHORT = Duration.ofMillis(300);

	@Test
	void whenExchangesFollowEachOtherThenOneConnectionIsUsed() throws IOException {
		try (LocalServer server = LocalServer.start(LocalServer.responding(LocalServer.OK));
				Transport transport = transport()) {
			for (int i = 0; i < 5; i++) {
				assertThat(exchange(transport, server)).isEqualTo("{}");
			}
			assertThat(server.connections()).hasSize(1);
			assertThat(server.requests().get(0)).isEqualTo("POST /v1/a HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
					+ "\r\nUser-Agent: connect-api\r\nContent-Length: 12\r\n\r\n{\"secret\":1}");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}",
			"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}",
			"HTTP/1.1 200 OK\r\nKeep-Alive: timeout=1, max=5\r\nContent-Length: 2\r\n\r\n{}",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
			"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{} " })
	void whenTheConnectionCannotBeKeptThenTheNextExchangeUsesAnother(String response) throws IOException {
		try (LocalServer server = LocalServer.start(LocalServer.responding(response));
				Transport transport = transport()) {
			assertThat(exchange(transport, server)).isEqualTo("{}");
			assertThat(exchange(transport, server)).isEqualTo("{}");
			assertThat(server.connections()).hasSize(2);
		}
	}

	@ParameterizedTest
	@CsvSource({ "4", "8", "64" })
	void whenKeptConnectionsAreForgottenThenOneExchangeIsLost(int count) throws Exception {
		CountDownLatch all = new CountDownLatch(count);
		try (LocalServer server = LocalServer.start((self, connection) -> {
			if (self.next(connection) != null) {
				boolean kept = all.getCount() > 0;
				all.countDown();
				await(all);
				self.write(connection, LocalServer.OK);
				if (!kept) {
					LocalServer.responding(LocalServer.OK).serve(self, connection);
				}
				self.next(connection);
			}
		}); Transport transport = transport()) {
			List<CompletableFuture<String>> exchanges = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				exchanges.add(start(() -> exchange(transport, server)));
			}
			for (CompletableFuture<String> each : exchanges) {
				assertThat(each.get(30, TimeUnit.SECONDS)).isEqualTo("{}");
			}
			assertThat(server.connections()).hasSize(count);
			assertThatExceptionOfType(IOException.class).isThrownBy(() -> exchange(transport, url(server), SHORT, true))
				.withMessage("no complete response within 300 ms");
			assertThat(exchange(transport, server)).isEqualTo("{}");
			assertThat(server.connections()).hasSize(count + 1);
		}
	}

	@Test
	void whenNothingWasSentThenTheFailureSaysSo() throws IOException {
		int port;
		try (ServerSocket closed = new ServerSocket(0)) {
			port = closed.getLocalPort();
		}
		try (Transport transport = transport()) {
			assertThatExceptionOfType(RequestNotSentException.class)
				.isThrownBy(() -> exchange(transport, "http://127.0.0.1:" + port, LONG, true))
				.withMessage("ConnectException: Connection refused");
		}
	}

	@Test
	void whenTheRequestWasSentThenTheFailureDoesNotSayOtherwise() throws IOException {
		try (LocalServer server = LocalServer.start((self, connection) -> {
			self.next(connection);
			connection.close();
		}); Transport transport = transport()) {
			assertThatExceptionOfType(IOException.class).isThrownBy(() -> exchange(transport, server))
				.withMessage("NoHttpResponseException")
				.isNotInstanceOf(RequestNotSentException.class);
		}
	}

	@Test
	void whenInterruptedBeforeThenNothingIsSentAndIdleConnectionsAreKept() throws IOException {
		try (LocalServer server = LocalServer.start(LocalServer.responding(LocalServer.OK));
				Transport transport = transport()) {
			exchange(transport, server);
			Thread.currentThread().interrupt();
			InterruptedIOException failure = catchThrowableOfType(InterruptedIOException.class,
					() -> exchange(transport, server));
			assertThat(Thread.interrupted()).isTrue();
			assertThat(failure).hasMessage("interrupted before the request was sent");
			exchange(transport, server);
			assertThat(server.requests()).hasSize(2);
			assertThat(server.connections()).hasSize(1);
		}
	}

	@Test
	void whenInterruptedAfterSendingThenTheFailureIsAnInterrupt() throws Exception {
		try (LocalServer server = LocalServer.start(LocalServer::next); Transport transport = transport()) {
			CompletableFuture<Thread> caller = new CompletableFuture<>();
			CompletableFuture<String> exchange = start(() -> {
				caller.complete(Thread.currentThread());
				return exchange(transport, server);
			});
			awaitRequest(server);
			caller.get().interrupt();
			assertThat(exchange).failsWithin(10, TimeUnit.SECONDS)
				.withThrowableThat()
				.havingCause()
				.isInstanceOf(InterruptedIOException.class)
				.withMessage("interrupted while waiting for the response");
		}
	}

	@Test
	void whenClosedThenManyExchangesEndAndNothingIsLeft() throws Exception {
		Set<Thread> before = threads();
		try (LocalServer server = LocalServer.start(LocalServer::next)) {
			Transport transport = transport();
			List<CompletableFuture<String>> exchanges = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				exchanges.add(start(() -> exchange(transport, server)));
			}
			while (server.requests().size() < 20) {
				Thread.onSpinWait();
			}
			transport.close();
			for (CompletableFuture<String> exchange : exchanges) {
				assertThat(exchange).failsWithin(10, TimeUnit.SECONDS)
					.withThrowableThat()
					.havingCause()
					.withMessage("the client was closed");
			}
			assertThatExceptionOfType(RequestNotSentException.class).isThrownBy(() -> exchange(transport, server))
				.withMessage("the client is closed");
			Set<Thread> left = threads();
			left.removeAll(before);
			for (Thread thread : left) {
				thread.join(5000);
				assertThat(thread.isAlive()).isFalse();
			}
		}
	}

	@Test
	void whenTheServerDoesNotReadThenTheDeadlineHolds() throws IOException {
		try (LocalServer server = LocalServer.start((self, connection) -> {
		}); Transport transport = transport()) {
			HttpHeaders headers = new HttpHeaders();
			headers.add("X-Key", "a".repeat(8_000_000));
			assertThatExceptionOfType(IOException.class)
				.isThrownBy(() -> exchange(transport, url(server), Duration.ofSeconds(2), true, headers))
				.withMessage("no complete response within 2000 ms")
				.isNotInstanceOf(RequestNotSentException.class);
		}
	}

	@Test
	void whenNoThreadCanBeStartedThenTheNextExchangeWorksNevertheless() throws IOException {
		AtomicBoolean timerFails = new AtomicBoolean(true);
		AtomicBoolean connectingFails = new AtomicBoolean(true);
		HelperThreads threads = HelperThreads.create(null);
		HelperThreads failing = new HelperThreads(failing(ScheduledExecutorService.class, threads.timer(), timerFails),
				failing(ExecutorService.class, threads.connecting(), connectingFails), threads.lookups());
		try (LocalServer server = LocalServer.start(LocalServer.responding(LocalServer.OK));
				Transport transport = new Transport(new TransportSettings(LONG, null, null), failing,
						SystemClock.nanoTime(), InetAddress::getAllByName)) {
			assertNoThread(transport, server);
			timerFails.set(false);
			for (int i = 0; i < 70; i++) {
				assertNoThread(transport, server);
			}
			connectingFails.set(false);
			assertThat(exchange(transport, server)).isEqualTo("{}");
		}
		finally {
			threads.close();
		}
	}

	private static <T> T failing(Class<T> type, T executor, AtomicBoolean fails) {
		return mock(type, (invocation) -> {
			if (fails.get()) {
				throw new OutOfMemoryError("unable to create native thread: possibly out of memory");
			}
			return invocation.getMethod().invoke(executor, invocation.getArguments());
		});
	}

	private static void assertNoThread(Transport transport, LocalServer server) {
		assertThatExceptionOfType(RequestNotSentException.class).isThrownBy(() -> exchange(transport, server))
			.withMessage("no thread could be started");
	}

	private static void awaitRequest(LocalServer server) {
		while (server.requests().isEmpty()) {
			Thread.onSpinWait();
		}
	}

	private static Set<Thread> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("getty-connect-http-"))
			.collect(Collectors.toSet());
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static CompletableFuture<String> start(Exchange exchange) {
		CompletableFuture<String> result = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			try {
				result.complete(exchange.execute());
			}
			catch (Throwable ex) {
				result.completeExceptionally(ex);
			}
		});
		thread.setDaemon(true);
		thread.start();
		return result;
	}

	private interface Exchange {

		String execute() throws IOException;

	}

}
