package io.github.connectapi.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.session.ConnectSessionSnapshot.State;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Interrupts of callers and of the threads of a manager, which are no outage.
 */
@Timeout(60)
class AcquisitionInterruptTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private final SessionFixture fixture = SessionFixture.withThreads();

	private final AtomicReference<Thread> runner = new AtomicReference<>();

	private final ConnectSessionManager manager = this.fixture.builder(() -> {
		this.runner.set(Thread.currentThread());
		return this.fixture.credentials.get();
	}).build();

	@AfterEach
	void close() {
		this.fixture.server.unblock();
		this.manager.close();
		this.fixture.close();
	}

	@Test
	void whenACallerWasInterruptedBeforeThenNoAcquisitionIsStarted() {
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(ConnectInterruptedException.class).isThrownBy(this.manager::getSession);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.manager.snapshot().acquiring()).isFalse();
		assertThat(this.runner).hasNullValue();
	}

	@Test
	void whenACallerWasInterruptedAndThereIsASessionThenItIsReturned() {
		ConnectSession session = this.manager.getSession();
		this.fixture.time.advance(Duration.ofMinutes(5));
		Thread.currentThread().interrupt();
		assertThat(this.manager.getSession()).isSameAs(session);
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void whenAnObservationHandlerHangsThenItIsInterruptedAtTheDeadline() throws Exception {
		Thread caller = Thread.currentThread();
		CountDownLatch hanging = new CountDownLatch(1);
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new ObservationHandler<>() {
			@Override
			public void onScopeOpened(Observation.Context context) {
				if (Thread.currentThread() != caller) {
					hanging.countDown();
					LockSupport.park();
				}
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}
		});
		try (ConnectSessionManager other = this.fixture.builder(this.fixture.credentials::get)
			.observationRegistry(registry)
			.build()) {
			Observation.createNotStarted("caller", registry).observe(other::renew);
			hanging.await();
			this.fixture.time.advance(SessionFixture.SETTINGS.acquisitionTimeout().plusSeconds(1));

			await().atMost(LONG).until(() -> other.snapshot().abandonedAcquisitions() == 0);
		}
	}

	@Test
	void whenTheProviderLeavesAnInterruptThenTheSessionIsAcquired() {
		try (ConnectSessionManager other = this.fixture.builder(() -> {
			Thread.currentThread().interrupt();
			return this.fixture.credentials.get();
		}).build()) {
			assertThat(other.getSession()).isNotNull();
		}
	}

	@Test
	void whenALoginIsInterruptedThenWaitersFailWithoutABackOff() throws Exception {
		this.fixture.server.enqueue("CreateSession", Fault.block());
		CompletableFuture<ConnectSession> waiter = this.manager.getSessionAsync().toCompletableFuture();
		this.fixture.server.awaitRequests("CreateSession", 1, LONG);
		this.runner.get().interrupt();
		assertThatExceptionOfType(CompletionException.class).isThrownBy(waiter::join)
			.havingCause()
			.isExactlyInstanceOf(ConnectUnavailableException.class)
			.withMessage("The acquisition was interrupted");
		await().atMost(LONG).until(() -> !this.manager.snapshot().acquiring());
		ConnectSessionSnapshot after = this.manager.snapshot();
		assertThat(after.state()).isEqualTo(State.NONE);
		assertThat(after.lastFailure()).isNull();
		assertThat(after.nextAttemptAt()).isNull();
		assertThat(this.fixture.logins()).as("no retry").isOne();
		assertThat(this.manager.getSession()).isNotNull();
	}

	@Test
	void whenARenewalIsInterruptedThenItIsStartedAgainAfterASecond() throws Exception {
		this.manager.getSession();
		this.fixture.server.enqueue("RenewSession", Fault.block());
		this.fixture.time.advance(SessionFixture.DUE);
		this.fixture.server.awaitRequests("RenewSession", 1, LONG);
		this.runner.get().interrupt();
		await().atMost(LONG).until(() -> !this.manager.snapshot().acquiring());
		assertThat(this.manager.snapshot().lastFailure()).isNull();
		assertThat(this.fixture.renewals()).isOne();
		this.fixture.time.advance(Duration.ofSeconds(1));
		await().atMost(LONG).until(() -> this.manager.snapshot().renewals() == 1);
	}

}
