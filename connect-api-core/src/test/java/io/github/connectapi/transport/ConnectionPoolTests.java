package io.github.connectapi.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class ConnectionPoolTests {

	private static final Target TARGET = new Target(false, "127.0.0.1", 80);

	private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);

	private final HelperThreads threads = HelperThreads.create(null);

	private final ConnectionPool pool = new ConnectionPool(this.nanoTime::get, this.threads.timer(), Runnable::run);

	private LocalServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = LocalServer.start((self, connection) -> {
		});
	}

	@AfterEach
	void close() throws IOException {
		this.pool.close();
		this.threads.close();
		this.server.close();
	}

	@Test
	void whenAConnectionIsReleasedThenItIsTakenOnce() throws IOException {
		Connection connection = released();
		assertThat(take(true)).isSameAs(connection);
		assertThat(take(true)).isNull();
	}

	@Test
	void whenClosingAnExpiredConnectionBlocksThenTheTimerDoesNot() throws Exception {
		CountDownLatch closing = new CountDownLatch(1);
		CountDownLatch released = new CountDownLatch(1);
		ConnectionPool blocked = new ConnectionPool(this.nanoTime::get, this.threads.timer(),
				(task) -> this.threads.connecting().execute(() -> {
					closing.countDown();
					Caller.awaitUninterruptibly(released);
					task.run();
				}));
		blocked.release(connection(TARGET, null), 1);
		closing.await();
		CountDownLatch checked = new CountDownLatch(1);
		this.threads.timer().schedule(checked::countDown, 0, TimeUnit.NANOSECONDS);
		assertThat(checked.await(20, TimeUnit.SECONDS)).isTrue();
		released.countDown();
	}

	@Test
	void whenThereAreSeveralThenTheLastOneIsTaken() throws IOException {
		released();
		Connection last = released();
		assertThat(take(true)).isSameAs(last);
	}

	@ParameterizedTest
	@CsvSource({ "true, 1999, true", "true, 29999, true", "true, 30000, false", "false, 1999, true",
			"false, 2000, false" })
	void whenAConnectionWasIdleThenItIsTakenDependingOnItsTimeAndTheRequest(boolean repeatable, long idle,
			boolean taken) throws IOException {
		released();
		advance(Duration.ofMillis(idle));
		assertThat(take(repeatable) != null).isEqualTo(taken);
	}

	@Test
	void whenARequestIsNotRepeatableThenOlderConnectionsRemainForOthers() throws IOException {
		Connection connection = released();
		advance(Duration.ofSeconds(2));
		assertThat(take(false)).isNull();
		assertThat(take(true)).isSameAs(connection);
	}

	@Test
	void whenAConnectionIsOldThenItIsNotTaken() throws IOException {
		Connection connection = connection(TARGET, null);
		for (int i = 0; i < 60; i++) {
			this.pool.release(connection, ConnectionPool.IDLE_LIMIT);
			advance(Duration.ofSeconds(10));
			assertThat(take(true) != null).isEqualTo(i < 59);
		}
		assertThat(isClosed(0)).isTrue();
	}

	@Test
	void whenTheServerAllowsLessTimeThenItApplies() throws IOException {
		this.pool.release(connection(TARGET, null), Duration.ofSeconds(4).toNanos());
		advance(Duration.ofSeconds(4));
		assertThat(take(true)).isNull();
		this.pool.release(connection(TARGET, null), 0);
		assertThat(take(true)).isNull();
		assertThat(isClosed(1)).isTrue();
	}

	@Test
	void whenTheServerClosedOrSentSomethingThenTheConnectionIsClosed() throws Exception {
		Connection good = released();
		released();
		Socket ended = this.server.connections().get(1);
		released();
		this.server.write(this.server.connections().get(2), "HTTP/1.1 408 Timeout\r\n\r\n");
		ended.close();
		Thread.sleep(100);
		assertThat(take(true)).isSameAs(good);
		assertThat(isClosed(2)).isTrue();
	}

	@Test
	void whenTargetOrTlsSettingsDifferThenTheConnectionIsNotTaken() throws Exception {
		ConnectTls tls = ConnectTls.of(SSLContext.getDefault());
		this.pool.release(connection(TARGET, tls), ConnectionPool.IDLE_LIMIT);
		assertThat(this.pool.take(new Target(false, "127.0.0.1", 81), tls, true)).isNull();
		assertThat(this.pool.take(TARGET, ConnectTls.of(SSLContext.getDefault()), true)).isNull();
		assertThat(isClosed(0)).isTrue();
		assertThat(this.pool.take(TARGET, tls, true)).isNull();
	}

	@Test
	void whenClearedOrClosedThenIdleConnectionsAreClosed() throws IOException {
		released();
		this.pool.clear();
		assertThat(isClosed(0)).isTrue();
		released();
		this.pool.close();
		assertThat(isClosed(1)).isTrue();
		released();
		assertThat(isClosed(2)).isTrue();
	}

	@Test
	void whenTheCallerIsInterruptedThenAtMostOneConnectionIsLost() throws IOException {
		Connection first = released();
		released();
		Thread.currentThread().interrupt();
		take(true);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(take(true)).isSameAs(first);
	}

	private Connection released() throws IOException {
		Connection connection = connection(TARGET, null);
		this.pool.release(connection, ConnectionPool.IDLE_LIMIT);
		return connection;
	}

	private Connection take(boolean repeatable) {
		return this.pool.take(TARGET, null, repeatable);
	}

	private Connection connection(Target target, ConnectTls tls) throws IOException {
		int before = this.server.connections().size();
		SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", this.server.port()));
		while (this.server.connections().size() == before) {
			Thread.onSpinWait();
		}
		return new Connection(channel, target, Proxy.NO_PROXY, tls, this.nanoTime.get());
	}

	private boolean isClosed(int index) throws IOException {
		Socket connection = this.server.connections().get(index);
		connection.setSoTimeout(5000);
		try {
			return connection.getInputStream().read() < 0;
		}
		catch (SocketException ex) {
			return true;
		}
	}

	private void advance(Duration time) {
		this.nanoTime.addAndGet(time.toNanos());
	}

}
