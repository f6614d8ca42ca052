package io.github.connectapi.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * A manager that is suspended and resumed.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class SuspendTests {

	private final SessionFixture fixture = SessionFixture.create();

	private final ConnectSessionManager manager = this.fixture.manager;

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenSuspendedThenNoTimerIsSetUntilItIsResumed() {
		ConnectSession session = this.manager.getSession();
		this.manager.suspend();
		this.manager.suspend();
		assertThat(this.fixture.time.pendingTasks()).isZero();
		this.fixture.time.advance(SessionFixture.DUE.minusSeconds(1));
		assertThat(this.manager.getSession()).isSameAs(session);
		this.manager.resume();
		this.fixture.time.advance(Duration.ZERO);
		assertThat(this.fixture.renewals()).isZero();
		this.fixture.time.advance(Duration.ofSeconds(1));

		assertThat(this.fixture.renewals()).isOne();
	}

	@Test
	void whenARenewalBecameDueThenItStartsOnResume() {
		this.manager.getSession();
		this.manager.suspend();
		this.fixture.time.suspend(SessionFixture.DUE);
		assertThat(this.fixture.renewals()).isZero();
		this.manager.resume();
		this.fixture.time.advance(Duration.ZERO);

		assertThat(this.fixture.renewals()).isOne();
	}

	@Test
	void whenTheSessionEndedThenACallerGetsAnotherOneEvenWhileSuspended() {
		ConnectSession session = this.manager.getSession();
		this.manager.suspend();
		this.fixture.time.suspend(Duration.ofHours(1));

		assertThat(this.manager.getSession()).isNotEqualTo(session);
		assertThat(this.fixture.time.pendingTasks()).isZero();
		this.manager.resume();
		this.fixture.time.advance(SessionFixture.DUE);
		assertThat(this.fixture.renewals()).isOne();
	}

	@Test
	void whenBackingOffThenTheNextAttemptIsMadeAfterTheResume() {
		this.manager.getSession();
		this.fixture.server.always("RenewSession", Fault.status(503));
		this.fixture.time.advance(SessionFixture.DUE);
		this.manager.suspend();
		int renewals = this.fixture.renewals();
		this.fixture.time.advance(Duration.ofMinutes(1));
		assertThat(this.fixture.renewals()).isEqualTo(renewals);
		this.manager.resume();
		this.fixture.time.advance(Duration.ZERO);

		assertThat(this.fixture.renewals()).isGreaterThan(renewals);
	}

	@Test
	void whenNoSessionWasRequestedOrItIsClosedThenNothingStartsOnResume() {
		this.manager.resume();
		this.manager.suspend();
		this.manager.resume();
		assertThat(this.fixture.time.pendingTasks()).isZero();
		this.manager.getSession();
		this.manager.suspend();
		this.manager.close();
		this.manager.resume();

		assertThat(this.fixture.time.pendingTasks()).isZero();
	}

	@Test
	void whenSuspendedThenThreadsAndIdleConnectionsEnd() {
		try (ConnectClient client = ConnectClient.builder(BaseUrl.of(this.fixture.server.baseUrl())).build();
				ConnectSessionManager own = ConnectSessionManager.builder(client, this.fixture.credentials::get)
					.listener((event) -> {
					})
					.build()) {
			ConnectSession session = own.getSessionAsync().toCompletableFuture().join();
			own.suspend();
			client.closeIdleConnections();

			assertThat(client.idleConnections()).isZero();
			await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
				.noneMatch((name) -> name.startsWith("getty-connect")));
			assertThat(own.getSession()).isSameAs(session);
			own.resume();
			own.renew();
			await().until(() -> own.snapshot().generation() == 2);
		}
	}

	@Test
	void whenSuspendedWhileTheTimerRunsThenNothingIsRenewed() {
		AtomicBoolean due = new AtomicBoolean();
		AtomicReference<ConnectSessionManager> other = new AtomicReference<>();
		other.set(this.fixture.builder(this.fixture.credentials::get).nanoClock(() -> {
			if (due.getAndSet(false)) {
				other.get().suspend();
			}
			return this.fixture.time.nanos().getAsLong();
		}).build());
		ConnectSession session = other.get().getSession();
		this.fixture.time.advance(SessionFixture.DUE.minusSeconds(1));
		due.set(true);
		this.fixture.time.advance(Duration.ofSeconds(1));

		assertThat(this.fixture.renewals()).isZero();
		assertThat(this.fixture.time.pendingTasks()).isZero();
		assertThat(other.get().getSession()).isEqualTo(session);
		other.get().resume();
		this.fixture.time.advance(Duration.ZERO);
		assertThat(this.fixture.renewals()).isOne();
		other.get().close();
	}

	@Test
	void whenSuspendedAndResumedThenEachIsLoggedOnce(CapturedOutput output) {
		this.manager.resume();
		this.manager.suspend();
		this.manager.suspend();
		this.manager.resume();
		this.manager.resume();
		this.manager.close();
		this.manager.suspend();
		this.manager.resume();

		assertThat(output).containsOnlyOnce("Connect session manager suspended: generation=0")
			.containsOnlyOnce("Connect session manager resumed: generation=0");
	}

	@Test
	void whenAnAcquisitionRunsThenItMayComplete() throws Exception {
		try (SessionFixture threads = SessionFixture.withThreads()) {
			threads.server.enqueue("CreateSession", Fault.block());
			CompletableFuture<ConnectSession> waiter = threads.manager.getSessionAsync().toCompletableFuture();
			threads.server.awaitRequests("CreateSession", 1, Duration.ofSeconds(10));
			CompletableFuture<Void> suspended = CompletableFuture.runAsync(threads.manager::suspend);
			threads.server.unblock();
			suspended.join();

			assertThat(threads.manager.snapshot().generation()).isOne();
			assertThat(waiter.join()).isNotNull();
			// Its thread cancels the check of the deadline when callers have the session.
			await().until(() -> threads.time.pendingTasks() == 0);
		}
	}

	@Test
	void whenAnAcquisitionDoesNotCompleteThenItIsInterrupted() throws Exception {
		try (SessionFixture threads = SessionFixture.withThreads()) {
			threads.server.enqueue("CreateSession", Fault.block());
			CompletableFuture<ConnectSession> waiter = threads.manager.getSessionAsync().toCompletableFuture();
			threads.server.awaitRequests("CreateSession", 1, Duration.ofSeconds(10));
			threads.manager.suspend();

			assertThat(catchThrowable(waiter::join)).hasCauseInstanceOf(ConnectUnavailableException.class);
			assertThat(threads.client.activeConnections()).isZero();
			assertThat(threads.manager.snapshot().lastFailure()).isNull();
			threads.manager.resume();
			assertThat(threads.manager.getSession()).isNotNull();
		}
	}

}
