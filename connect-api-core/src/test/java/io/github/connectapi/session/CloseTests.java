package io.github.connectapi.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.session.ConnectSessionSnapshot.State;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * Closing a manager.
 */
@Timeout(60)
class CloseTests {

	@Test
	void whenClosedThenReadersGetAClosedException() {
		try (SessionFixture fixture = SessionFixture.create()) {
			fixture.manager.getSession();
			fixture.manager.close();

			assertThatExceptionOfType(ConnectClosedException.class).isThrownBy(fixture.manager::getSession);
			assertThat(fixture.manager.snapshot().state()).isEqualTo(State.CLOSED);
		}
	}

	@Test
	void whenResetAfterTheCloseThenNothingIsPublished() {
		List<ConnectSessionEvent> events = new CopyOnWriteArrayList<>();
		try (SessionFixture fixture = SessionFixture.with((server) -> server,
				(builder) -> builder.listener(events::add))) {
			fixture.server.always("CreateSession", Fault.status(404));
			catchThrowable(fixture.manager::getSession);
			fixture.manager.close();
			ConnectSessionSnapshot closed = fixture.manager.snapshot();
			fixture.manager.reset();
			fixture.manager.renew();

			assertThat(fixture.manager.snapshot()).isEqualTo(closed);
			assertThat(events).extracting((event) -> event.getClass().getSimpleName())
				.containsExactly("Unavailable", "Closed");
		}
	}

	@Test
	void whenClosedThenRejectedCredentialsAreNotKept() {
		try (SessionFixture fixture = SessionFixture.create()) {
			fixture.credentials.set(SessionFixture.credentials("wrong"));
			catchThrowable(fixture.manager::getSession);
			DefaultConnectSessionManager manager = (DefaultConnectSessionManager) fixture.manager;
			assertThat(manager.state().backoff().rejectedCredentials()).isNotNull();
			manager.close();

			assertThat(manager.state().backoff()).isNull();
			assertThat(manager.state().session()).isNull();
		}
	}

	@Test
	void whenClosedTwiceThenTheSecondCloseHasNoEffect() {
		try (SessionFixture fixture = SessionFixture.create()) {
			fixture.manager.close();

			assertThatNoException().isThrownBy(fixture.manager::close);
		}
	}

	@Test
	void whenClosedByTwoThreadsThenListenersAreNotified() throws Exception {
		BlockingQueue<ConnectSessionEvent> events = new LinkedBlockingQueue<>();
		CountDownLatch called = new CountDownLatch(1);
		CountDownLatch interrupted = new CountDownLatch(1);
		CompletableFuture<ConnectCredentials> credentials = new CompletableFuture<>();
		try (SessionFixture fixture = SessionFixture.create()) {
			ConnectSessionManager manager = ConnectSessionManager.builder(fixture.client, () -> {
				called.countDown();
				try {
					return credentials.get();
				}
				catch (InterruptedException | ExecutionException ex) {
					interrupted.countDown();
					return credentials.join();
				}
			}).listener(events::add).build();
			manager.renew();
			called.await();
			CompletableFuture<Void> first = CompletableFuture.runAsync(manager::close);
			interrupted.await();
			manager.close();
			credentials.complete(fixture.credentials.get());
			first.join();

			assertThat(events.poll(10, TimeUnit.SECONDS)).isInstanceOf(ConnectSessionEvent.Closed.class);
		}
	}

	@Test
	void whenClosedByAnInterruptedThreadThenListenersAreNotified() {
		List<ConnectSessionEvent> events = new CopyOnWriteArrayList<>();
		try (SessionFixture fixture = SessionFixture.with((server) -> server,
				(builder) -> builder.listener((event) -> LockSupport.parkNanos(50_000_000)).listener(events::add))) {
			fixture.manager.getSession();
			Thread.currentThread().interrupt();
			fixture.manager.close();

			assertThat(Thread.interrupted()).isTrue();
			assertThat(events).extracting((event) -> event.getClass().getSimpleName())
				.containsExactly("Created", "Closed");
		}
	}

	@Test
	void whenAListenerClosesTheManagerThenAllListenersAreNotified() throws Exception {
		BlockingQueue<ConnectSessionEvent> events = new LinkedBlockingQueue<>();
		AtomicReference<ConnectSessionManager> manager = new AtomicReference<>();
		try (SessionFixture fixture = SessionFixture.create()) {
			manager.set(fixture.builder(fixture.credentials::get)
				.listener((event) -> manager.get().close())
				.listener(events::add)
				.build());
			manager.get().renew();

			assertThat(events.poll(10, TimeUnit.SECONDS)).isInstanceOf(ConnectSessionEvent.Created.class);
			assertThat(events.poll(10, TimeUnit.SECONDS)).isInstanceOf(ConnectSessionEvent.Closed.class);
		}
	}

	@Test
	void whenClosedThenNothingIsRenewed() {
		try (SessionFixture fixture = SessionFixture.create()) {
			fixture.manager.getSession();
			fixture.manager.close();
			fixture.time.advance(Duration.ofHours(1));
			fixture.manager.renew();
			fixture.manager.reset();

			assertThat(fixture.renewals()).isZero();
		}
	}

	@Test
	void whenClosedDuringALoginThenWaitersFailAndTheLateResultIsDiscarded() throws Exception {
		try (SessionFixture fixture = SessionFixture.withThreads()) {
			fixture.server.enqueue("CreateSession", Fault.block());
			var waiter = fixture.manager.getSessionAsync().toCompletableFuture();
			fixture.server.awaitRequests("CreateSession", 1, Duration.ofSeconds(10));
			fixture.manager.close();

			assertThatExceptionOfType(CompletionException.class).isThrownBy(waiter::join)
				.withCauseInstanceOf(ConnectClosedException.class);
			fixture.server.unblock();
			assertThat(fixture.manager.snapshot().generation()).isZero();
		}
	}

	@Test
	void whenTheProviderReturnsAfterTheCloseThenNothingIsSent() throws Exception {
		try (SessionFixture fixture = SessionFixture.withThreads()) {
			CountDownLatch called = new CountDownLatch(1);
			CountDownLatch returned = new CountDownLatch(1);
			CompletableFuture<Void> credentials = new CompletableFuture<>();
			ConnectSessionManager manager = fixture.builder(() -> {
				called.countDown();
				credentials.join();
				returned.countDown();
				Thread.interrupted();
				return fixture.credentials.get();
			}).build();
			manager.renew();
			called.await();
			manager.close();
			credentials.complete(null);
			returned.await();

			await().during(Duration.ofMillis(200)).until(() -> fixture.server.requests().isEmpty());
		}
	}

	@Test
	void whenClosedThenNoTimerIsLeftInAnExternalScheduler() {
		try (SessionFixture fixture = SessionFixture.create()) {
			fixture.manager.getSession();
			assertThat(fixture.time.pendingTasks()).isPositive();
			fixture.manager.close();

			assertThat(fixture.time.pendingTasks()).isZero();
		}
	}

	@Test
	void whenInterruptedDuringTheCloseThenTheFlagIsKept() throws Exception {
		try (SessionFixture fixture = SessionFixture.create()) {
			CountDownLatch called = new CountDownLatch(1);
			CompletableFuture<ConnectCredentials> credentials = new CompletableFuture<>();
			ConnectSessionManager manager = ConnectSessionManager.builder(fixture.client, () -> {
				called.countDown();
				return credentials.join();
			}).build();
			manager.renew();
			called.await();
			Thread.currentThread().interrupt();
			manager.close();

			assertThat(Thread.interrupted()).isTrue();
			credentials.complete(fixture.credentials.get());
		}
	}

	@Test
	void whenManyManagersWereUsedAndClosedThenNoThreadRemains() {
		try (SessionFixture fixture = SessionFixture.create()) {
			for (int cycle = 0; cycle < 200; cycle++) {
				try (ConnectSessionManager manager = ConnectSessionManager
					.builder(fixture.client, fixture.credentials::get)
					.build()) {
					ConnectSession session = manager.getSession();
					assertThat(session).isNotNull();
				}
			}
		}

		await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
			.noneMatch((name) -> name.startsWith("getty-connect")));
	}

}
