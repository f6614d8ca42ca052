package io.github.connectapi.session;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * While a session is valid, its readers are not affected by a renewal.
 */
@Timeout(60)
class ReadDuringRenewalTests {

	private static final Duration LONG = Duration.ofSeconds(10);

	private static final int READERS = 4;

	private static final int READS = 50_000;

	private final SessionFixture fixture = SessionFixture.withThreads();

	private final ConnectSessionManager manager = this.fixture.manager;

	private final ConnectSession first = this.manager.getSession();

	private final ExecutorService readers = Executors.newFixedThreadPool(READERS);

	@AfterEach
	void close() {
		this.readers.shutdownNow();
		this.fixture.close();
	}

	@Test
	void whenARenewalTakesFourSecondsThenReadersAreNotDelayed() throws Exception {
		this.fixture.server.enqueue("RenewSession", Fault.block());
		this.fixture.time.advance(SessionFixture.DUE);
		this.fixture.server.awaitRequests("RenewSession", 1, LONG);
		for (int second = 0; second < 4; second++) {
			assertThat(this.manager.getSession(Duration.ZERO)).isSameAs(this.first);
			this.fixture.time.advance(Duration.ofSeconds(1));
		}

		assertThat(this.fixture.renewals()).isOne();
		this.fixture.server.unblock();
		await().until(() -> this.manager.getSession(Duration.ZERO) != this.first);
	}

	@Test
	void whenAReaderStartsTheRenewalThenItDoesNotWaitForIt() throws Exception {
		this.fixture.server.enqueue("RenewSession", Fault.block());
		this.fixture.time.advanceWithoutTimers(SessionFixture.DUE);

		assertThat(this.manager.getSession(Duration.ZERO)).isSameAs(this.first);
		this.fixture.server.awaitRequests("RenewSession", 1, LONG);
	}

	@Test
	void whenManyReadAtOnceThenNoneBlocksAnother() throws Exception {
		read();
		for (Future<Long> blocked : this.readers.invokeAll(Collections.nCopies(READERS, (Callable<Long>) this::read))) {
			assertThat(blocked.get()).as("times a reader was blocked or waited").isZero();
		}
	}

	@Test
	void whenTheRenewalIsRejectedThenTheOldSessionRemainsInUseDuringTheLogin() throws Exception {
		this.fixture.server.enqueue("RenewSession", Fault.error("AUTH-021", "no"));
		assertOldSessionRemainsInUseDuringTheLogin();

		assertThat(this.fixture.renewals()).isOne();
	}

	@Test
	void whenTheCredentialsChangeThenTheOldSessionRemainsInUseDuringTheLogin() throws Exception {
		this.fixture.server.accounts().changeUserPassword("fake-user", "rotated");
		this.fixture.credentials.set(SessionFixture.credentials("rotated"));
		assertOldSessionRemainsInUseDuringTheLogin();

		assertThat(this.fixture.renewals()).isZero();
	}

	private void assertOldSessionRemainsInUseDuringTheLogin() throws Exception {
		this.fixture.server.enqueue("CreateSession", Fault.block());
		this.fixture.time.advance(SessionFixture.DUE);
		this.fixture.server.awaitRequests("CreateSession", 2, LONG);

		assertThat(this.manager.getSession(Duration.ZERO)).isSameAs(this.first);
		this.fixture.server.unblock();
		await().until(() -> this.manager.getSession(Duration.ZERO) != this.first);
	}

	/** Return how often this thread had to wait while it read. */
	private long read() {
		long before = waits();
		for (int read = 0; read < READS; read++) {
			this.manager.getSession();
		}
		return waits() - before;
	}

	private static long waits() {
		ThreadInfo thread = ManagementFactory.getThreadMXBean().getThreadInfo(Thread.currentThread().getId());
		return thread.getBlockedCount() + thread.getWaitedCount();
	}

}
