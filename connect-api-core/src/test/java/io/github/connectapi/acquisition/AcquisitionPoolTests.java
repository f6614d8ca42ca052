package io.github.connectapi.acquisition;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.test.time.ManualTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the threads, the order and the limits of acquisitions, with real threads.
 */
@Timeout(120)
class AcquisitionPoolTests {

	@Test
	void whenAThousandFailedUsersWaitThenAValidOneStartsNext() throws Exception {
		try (PoolFixture fixture = new PoolFixture(4, 10_000, 1000)) {
			List<RecordingTask> running = fixture.block(AcquisitionKind.LOGIN_RETRY, 3);
			List<RecordingTask> last = fixture.block(AcquisitionKind.LOGIN, 1);
			AtomicInteger retries = new AtomicInteger();
			for (int i = 0; i < 1000; i++) {
				fixture.execute(AcquisitionKind.RENEWAL_RETRY, "failed-" + i, task(retries::incrementAndGet));
			}
			AtomicInteger retriesBefore = new AtomicInteger(-1);
			CountDownLatch started = new CountDownLatch(1);
			fixture.execute(AcquisitionKind.LOGIN, "valid", task(() -> {
				retriesBefore.set(retries.get());
				started.countDown();
			}));

			last.forEach((task) -> task.release(null));

			assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
			assertThat(retriesBefore).hasValue(0);
			running.forEach((task) -> task.release(null));
			await().until(() -> retries.get() == 1000);
		}
	}

	@Test
	void whenRetriesHangThenAQuarterOfTheThreadsRemains() throws Exception {
		try (PoolFixture fixture = new PoolFixture(16, 10_000, 1000)) {
			fixture.block(AcquisitionKind.LOGIN_RETRY, 12);
			RecordingTask retry = RecordingTask.blocking();
			fixture.execute(AcquisitionKind.LOGIN_RETRY, "failed", retry);
			RecordingTask valid = RecordingTask.immediate();
			fixture.execute(AcquisitionKind.RENEWAL, "valid", valid);

			valid.awaitEnd();
			assertThat(retry.isStarted()).isFalse();
		}
	}

	@Test
	void whenTasksHaveTheSameClassThenTheyStartInTheOrderOfTheirArrival() throws Exception {
		try (PoolFixture fixture = new PoolFixture(1, 100, 1000)) {
			List<RecordingTask> running = fixture.block(AcquisitionKind.LOGIN, 1);
			List<String> order = Collections.synchronizedList(new ArrayList<>());
			add(fixture, order, "retry-1", AcquisitionKind.LOGIN_RETRY);
			add(fixture, order, "login-1", AcquisitionKind.LOGIN);
			add(fixture, order, "retry-2", AcquisitionKind.RENEWAL_RETRY);
			add(fixture, order, "renewal-1", AcquisitionKind.RENEWAL);
			add(fixture, order, "login-2", AcquisitionKind.LOGIN);
			add(fixture, order, "retry-3", AcquisitionKind.LOGIN_RETRY);
			running.get(0).release(null);

			await().until(() -> order.size() == 6);
			assertThat(order).containsExactly("login-1", "renewal-1", "login-2", "retry-1", "retry-2", "retry-3");
		}
	}

	@Test
	void whenCancelledThenATaskLeavesTheQueue() throws Exception {
		try (PoolFixture fixture = new PoolFixture(1, 1, 1000)) {
			List<RecordingTask> running = fixture.block(AcquisitionKind.LOGIN, 1);
			RecordingTask task = RecordingTask.immediate();
			AcquisitionPool.Ticket ticket = fixture.execute(AcquisitionKind.LOGIN, "user", task);

			assertThat(ticket.cancel()).isTrue();
			assertThat(ticket.cancel()).isFalse();
			assertThat(fixture.pool.queued()).isZero();
			RecordingTask next = RecordingTask.immediate();
			fixture.execute(AcquisitionKind.LOGIN, "user", next);
			running.get(0).release(null);
			next.awaitEnd();
			assertThat(task.isStarted()).isFalse();
			assertThat(task.refusal()).isNull();
			assertThat(ticket.isStarted()).isFalse();
		}
	}

	@Test
	void whenStartedThenATaskCannotBeCancelled() throws Exception {
		try (PoolFixture fixture = new PoolFixture(1, 1, 1000)) {
			RecordingTask task = RecordingTask.blocking();
			AcquisitionPool.Ticket ticket = fixture.execute(AcquisitionKind.LOGIN, "user", task);
			task.awaitStart();

			assertThat(ticket.isStarted()).isTrue();
			assertThat(ticket.cancel()).isFalse();
			task.release(null);
		}
	}

	@Test
	void whenTheQueueIsFullThenALoginIsRefused() throws Exception {
		try (PoolFixture fixture = new PoolFixture(1, 2, 1000)) {
			fixture.block(AcquisitionKind.LOGIN, 1);
			fixture.execute(AcquisitionKind.LOGIN, "first", RecordingTask.immediate());
			fixture.execute(AcquisitionKind.LOGIN, "second", RecordingTask.immediate());
			RecordingTask third = RecordingTask.immediate();
			RecordingTask retry = RecordingTask.immediate();
			fixture.execute(AcquisitionKind.LOGIN, "third", third);
			fixture.execute(AcquisitionKind.LOGIN_RETRY, "retry", retry);

			assertThat(third.refusal()).isInstanceOf(ConnectUnavailableException.class)
				.hasMessageContaining("because 2 acquisitions of other users wait");
			assertThat(third.refusal().isTransient()).isTrue();
			assertThat(third.refusal().isNotSent()).isTrue();
			assertThat(retry.refusal()).isInstanceOf(ConnectUnavailableException.class);
		}
	}

	@Test
	void whenTheQueueIsFullThenARenewalWaits() throws Exception {
		try (PoolFixture fixture = new PoolFixture(1, 1, 1000)) {
			List<RecordingTask> running = fixture.block(AcquisitionKind.LOGIN, 1);
			fixture.execute(AcquisitionKind.LOGIN, "first", RecordingTask.immediate());
			RecordingTask renewal = RecordingTask.immediate();
			fixture.execute(AcquisitionKind.RENEWAL, "second", renewal);
			running.get(0).release(null);

			renewal.awaitEnd();
		}
	}

	@Test
	void whenTheQueueIsFullOfRetriesThenALoginTakesThePlaceOfTheLastOne() throws Exception {
		try (PoolFixture fixture = new PoolFixture(1, 2, 1000)) {
			List<RecordingTask> running = fixture.block(AcquisitionKind.LOGIN, 1);
			RecordingTask first = RecordingTask.immediate();
			RecordingTask second = RecordingTask.immediate();
			RecordingTask login = RecordingTask.immediate();
			fixture.execute(AcquisitionKind.LOGIN_RETRY, "first", first);
			fixture.execute(AcquisitionKind.LOGIN_RETRY, "second", second);
			fixture.execute(AcquisitionKind.LOGIN, "login", login);
			running.get(0).release(null);

			assertThat(second.refusal()).isInstanceOf(ConnectUnavailableException.class);
			login.awaitEnd();
			first.awaitEnd();
		}
	}

	@Test
	void whenTheRateOfLoginsIsReachedThenOnlyRenewalsStart() throws Exception {
		try (PoolFixture fixture = new PoolFixture(4, 1000, 2)) {
			AtomicInteger logins = new AtomicInteger();
			for (int i = 0; i < 10; i++) {
				fixture.execute(AcquisitionKind.LOGIN, "login-" + i, task(logins::incrementAndGet));
			}
			RecordingTask renewal = RecordingTask.immediate();
			fixture.execute(AcquisitionKind.RENEWAL, "renewal", renewal);
			renewal.awaitEnd();
			await().until(() -> logins.get() == 2);

			for (int expected = 4; expected <= 10; expected += 2) {
				fixture.time.advance(Duration.ofMillis(999));
				fixture.awaitIdle();
				assertThat(logins).hasValue(expected - 2);
				fixture.time.advance(Duration.ofMillis(1));
				int count = expected;
				await().until(() -> logins.get() == count);
				fixture.awaitIdle();
			}
		}
	}

	@Test
	void whenARenewalLogsInThenTheNextLoginWaits() throws Exception {
		try (PoolFixture fixture = new PoolFixture(4, 1000, 1)) {
			fixture.pool.countLogin();
			RecordingTask login = RecordingTask.immediate();
			fixture.execute(AcquisitionKind.LOGIN, "login", login);
			RecordingTask renewal = RecordingTask.immediate();
			fixture.execute(AcquisitionKind.RENEWAL, "renewal", renewal);
			renewal.awaitEnd();
			assertThat(login.isStarted()).isFalse();

			await().until(() -> {
				fixture.time.advance(Duration.ofSeconds(1));
				return login.isStarted();
			});
		}
	}

	@Test
	void whenTheTimerIsDeadThenTheNextTaskStartsThoseThatWait() throws Exception {
		ScheduledExecutorService dead = ManualTime.create().newScheduler();
		dead.shutdown();
		try (PoolFixture fixture = new PoolFixture(1, 1000, 1, dead)) {
			fixture.pool.countLogin();
			RecordingTask login = RecordingTask.immediate();
			fixture.execute(AcquisitionKind.LOGIN, "login", login);
			fixture.time.advance(Duration.ofSeconds(1));
			fixture.execute(AcquisitionKind.RENEWAL, "renewal", RecordingTask.immediate());

			login.awaitEnd();
		}
	}

	@Test
	void when64ProvidersHangThenThatOfAValidUserIsCalled() throws Exception {
		try (PoolFixture fixture = new PoolFixture(16, 10_000, 1000)) {
			List<RecordingTask> hanging = Stream.generate(RecordingTask::uninterruptible).limit(64).toList();
			hanging.forEach((task) -> fixture.pool.requestCredentials(AcquisitionKind.LOGIN, task));
			RecordingTask credentials = RecordingTask.immediate();
			fixture.pool.requestCredentials(AcquisitionKind.LOGIN, credentials);
			credentials.awaitEnd();
			RecordingTask exchange = RecordingTask.immediate();
			fixture.execute(AcquisitionKind.LOGIN, "valid", exchange);

			exchange.awaitEnd();
			hanging.forEach((task) -> task.release(null));
		}
	}

	@Test
	void when64ProvidersAlwaysHangThenTheirRetriesLeaveThreadsForOthers() throws Exception {
		try (PoolFixture fixture = new PoolFixture(16, 10_000, 1000)) {
			List<RecordingTask> hanging = new ArrayList<>();
			for (AcquisitionKind kind : List.of(AcquisitionKind.LOGIN, AcquisitionKind.LOGIN_RETRY)) {
				for (int i = 0; i < 64; i++) {
					RecordingTask task = RecordingTask.uninterruptible();
					hanging.add(task);
					AcquisitionPool.Ticket ticket = fixture.pool.requestCredentials(kind, task);
					if (kind == AcquisitionKind.LOGIN) {
						task.awaitStart();
						task.interrupt();
						ticket.abandon();
					}
				}
			}
			assertThat(fixture.pool.abandoned()).isEqualTo(16);
			RecordingTask valid = RecordingTask.immediate();
			fixture.pool.requestCredentials(AcquisitionKind.LOGIN, valid);

			valid.awaitEnd();
			RecordingTask retry = hanging.get(64);
			assertThat(retry.refusal()).isInstanceOf(ConnectUnavailableException.class)
				.hasMessageContaining("16 calls of the credentials provider have ignored their interrupt");
			hanging.forEach((task) -> task.release(null));
			await().until(() -> fixture.pool.abandoned() == 0);
			RecordingTask next = RecordingTask.immediate();
			fixture.pool.requestCredentials(AcquisitionKind.LOGIN_RETRY, next);
			next.awaitEnd();
		}
	}

	@Test
	void whenARunningExchangeIsAbandonedThenAnotherTakesItsPlace() throws Exception {
		try (PoolFixture fixture = new PoolFixture(1, 1000, 1000)) {
			RecordingTask hanging = RecordingTask.uninterruptible();
			AcquisitionPool.Ticket ticket = fixture.execute(AcquisitionKind.LOGIN, "hanging", hanging);
			hanging.awaitStart();
			RecordingTask next = RecordingTask.immediate();
			fixture.execute(AcquisitionKind.LOGIN, "next", next);
			hanging.interrupt();
			assertThat(next.isStarted()).isFalse();

			ticket.abandon();

			next.awaitEnd();
			assertThat(fixture.pool.abandoned()).isOne();
			hanging.release(null);
			await().until(() -> fixture.pool.abandoned() == 0);
			RecordingTask last = RecordingTask.immediate();
			fixture.execute(AcquisitionKind.LOGIN, "last", last);
			last.awaitEnd();
		}
	}

	@Test
	void whenAThousandTasksRunThenTheThreadsAreBounded() throws Exception {
		try (PoolFixture fixture = new PoolFixture(4, 10_000, 1000)) {
			Set<Thread> threads = ConcurrentHashMap.newKeySet();
			AtomicInteger concurrent = new AtomicInteger();
			AtomicInteger max = new AtomicInteger();
			AtomicInteger ended = new AtomicInteger();
			for (int i = 0; i < 1000; i++) {
				fixture.execute(AcquisitionKind.RENEWAL, "user-" + i, task(() -> {
					threads.add(Thread.currentThread());
					max.accumulateAndGet(concurrent.incrementAndGet(), Math::max);
					Thread.yield();
					concurrent.decrementAndGet();
					ended.incrementAndGet();
				}));
			}

			await().until(() -> ended.get() == 1000);
			assertThat(max.get()).isBetween(1, 4);
			assertThat(threads).allMatch(Thread::isDaemon);
			assertThat(threads.stream().filter(Thread::isAlive)).hasSizeLessThanOrEqualTo(4);
		}
	}

	@Test
	void whenOneThreadIsIdleThenTwoTasksStartAtOnce() throws Exception {
		for (int i = 0; i < 20; i++) {
			try (PoolFixture fixture = new PoolFixture(2, 100, 1000)) {
				fixture.execute(AcquisitionKind.RENEWAL, "user", RecordingTask.immediate());
				fixture.awaitIdle();

				fixture.block(AcquisitionKind.RENEWAL, 2);
			}
		}
	}

	@Test
	void whenATaskThrowsOrLeavesAnInterruptThenItsThreadRunsTheNext() throws Exception {
		try (PoolFixture fixture = new PoolFixture(1, 100, 1000)) {
			fixture.execute(AcquisitionKind.LOGIN, "throwing", task(() -> {
				Thread.currentThread().interrupt();
				throw new AssertionError("deliberate");
			}));
			AtomicInteger interrupted = new AtomicInteger(-1);
			fixture.execute(AcquisitionKind.LOGIN, "next",
					task(() -> interrupted.set(Thread.currentThread().isInterrupted() ? 1 : 0)));

			await().until(() -> interrupted.get() >= 0);
			assertThat(interrupted).hasValue(0);
		}
	}

	@Test
	void whenTheSystemIsNotAcceptedYetThenOthersWaitWithoutAThread() throws Exception {
		try (PoolFixture fixture = new PoolFixture(2, 20_000, 1000)) {
			RecordingTask first = RecordingTask.blocking();
			fixture.execute(AcquisitionKind.LOGIN, "first", "new-system", first);
			first.awaitStart();
			List<RecordingTask> others = IntStream.range(0, 100).mapToObj((i) -> RecordingTask.immediate()).toList();
			others.forEach((task) -> fixture.execute(AcquisitionKind.LOGIN, "other", "new-system", task));
			RecordingTask otherSystem = RecordingTask.immediate();
			fixture.execute(AcquisitionKind.LOGIN, "user", otherSystem);
			otherSystem.awaitEnd();
			assertThat(others).noneMatch(RecordingTask::isStarted);

			first.release(null);

			for (RecordingTask task : others) {
				task.awaitEnd();
			}
		}
	}

	@Test
	void whenTheSystemIsRejectedThenTenThousandWaitingUsersAreRefused() throws Exception {
		try (PoolFixture fixture = new PoolFixture(16, 20_000, 1000)) {
			RecordingTask first = RecordingTask.blocking();
			fixture.execute(AcquisitionKind.LOGIN, "first", "new-system", first);
			first.awaitStart();
			List<RecordingTask> others = IntStream.range(0, 10_000).mapToObj((i) -> RecordingTask.immediate()).toList();
			others.forEach((task) -> fixture.execute(AcquisitionKind.LOGIN, "other", "new-system", task));

			first.release(GateFixture.rejected("InvalidSystemIdOrPassword"));

			for (RecordingTask task : others) {
				assertThat(task.awaitRefusal()).isInstanceOf(ConnectBackoffException.class);
			}
			assertThat(others).noneMatch(RecordingTask::isStarted);
			RecordingTask later = RecordingTask.immediate();
			fixture.execute(AcquisitionKind.LOGIN, "later", "new-system", later);
			assertThat(later.refusal()).isInstanceOf(ConnectBackoffException.class);
		}
	}

	@Test
	void whenTheFirstLoginOfASystemHangsThenTheNextOneStartsLater() throws Exception {
		try (PoolFixture fixture = new PoolFixture(2, 100, 1000)) {
			RecordingTask first = RecordingTask.blocking();
			fixture.execute(AcquisitionKind.LOGIN, "first", "new-system", first);
			first.awaitStart();
			RecordingTask second = RecordingTask.immediate();
			fixture.execute(AcquisitionKind.LOGIN, "second", "new-system", second);
			await().until(() -> fixture.time.pendingTasks() > 0);
			fixture.time.advance(Duration.ofSeconds(5));

			second.awaitEnd();
			first.release(null);
		}
	}

	@Test
	void whenTheProbeOfAnOutageIsAbandonedThenTheNextTaskProbes() throws Exception {
		try (PoolFixture fixture = new PoolFixture(2, 100, 1000)) {
			RecordingTask failing = RecordingTask.immediate();
			fixture.execute(AcquisitionKind.LOGIN, "failing", task(notConnected()));
			fixture.awaitIdle();
			await().until(() -> fixture.gate.gate.isOutage());
			fixture.execute(AcquisitionKind.LOGIN, "refused", failing);
			assertThat(failing.awaitRefusal()).isInstanceOf(ConnectBackoffException.class);
			fixture.time.advance(Duration.ofSeconds(1));
			RecordingTask probe = RecordingTask.uninterruptible();
			AcquisitionPool.Ticket ticket = fixture.execute(AcquisitionKind.LOGIN, "probe", probe);
			probe.awaitStart();
			RecordingTask next = RecordingTask.immediate();
			fixture.execute(AcquisitionKind.LOGIN, "next", next);
			await().until(() -> fixture.time.pendingTasks() > 0);
			assertThat(next.isStarted()).isFalse();

			ticket.abandon();

			next.awaitEnd();
			await().until(() -> !fixture.gate.gate.isOutage());
			probe.release(notConnected());
			await().until(() -> fixture.pool.abandoned() == 0);
			assertThat(fixture.gate.gate.isOutage()).isFalse();
		}
	}

	@Test
	void whenClosedThenWaitingTasksAreRefusedAndThreadsEnd() throws Exception {
		PoolFixture fixture = new PoolFixture(1, 100, 1000);
		RecordingTask running = RecordingTask.blocking();
		RecordingTask waiting = RecordingTask.immediate();
		fixture.execute(AcquisitionKind.LOGIN, "running", running);
		running.awaitStart();
		fixture.execute(AcquisitionKind.LOGIN, "waiting", waiting);
		fixture.close();
		RecordingTask late = RecordingTask.immediate();
		fixture.execute(AcquisitionKind.LOGIN, "late", late);

		assertThat(waiting.refusal()).isInstanceOf(ConnectClosedException.class);
		assertThat(late.refusal()).isInstanceOf(ConnectClosedException.class);
		running.thread().join(10_000);
		assertThat(running.thread().isAlive()).isFalse();
	}

	@Test
	void whenClosedByATaskThenItDoesNotWaitForItself() throws Exception {
		PoolFixture fixture = new PoolFixture(2, 100, 1000);
		CountDownLatch closed = new CountDownLatch(1);
		fixture.execute(AcquisitionKind.LOGIN, "user", task(() -> {
			fixture.pool.close();
			closed.countDown();
		}));

		assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void whenManyThreadsSubmitAndCancelThenEachTaskHasOneOutcome() throws Exception {
		try (PoolFixture fixture = new PoolFixture(4, 50, 1000)) {
			AtomicInteger runs = new AtomicInteger();
			AtomicInteger refusals = new AtomicInteger();
			AtomicInteger cancellations = new AtomicInteger();
			Thread[] threads = IntStream.range(0, 4).mapToObj((number) -> new Thread(() -> {
				Random random = new Random(number);
				for (int i = 0; i < 1000; i++) {
					AcquisitionKind kind = random.nextBoolean() ? AcquisitionKind.RENEWAL
							: AcquisitionKind.RENEWAL_RETRY;
					AcquisitionPool.Ticket ticket = fixture.execute(kind, "user", new AcquisitionTask() {

						@Override
						public @Nullable ConnectApiException run() {
							runs.incrementAndGet();
							return null;
						}

						@Override
						public void refuse(ConnectApiException failure) {
							refusals.incrementAndGet();
						}

					});
					if (random.nextInt(4) == 0 && ticket.cancel()) {
						cancellations.incrementAndGet();
					}
				}
			})).toArray(Thread[]::new);
			for (Thread thread : threads) {
				thread.start();
			}
			for (Thread thread : threads) {
				thread.join();
			}

			await().until(() -> runs.get() + refusals.get() + cancellations.get() == 4000);
			fixture.awaitIdle();
			assertThat(fixture.pool.queued()).isZero();
			assertThat(runs.get() + refusals.get() + cancellations.get()).isEqualTo(4000);
		}
	}

	private static void add(PoolFixture fixture, List<String> order, String name, AcquisitionKind kind) {
		fixture.execute(kind, name, task(() -> order.add(name)));
	}

	private static AcquisitionTask task(Runnable action) {
		return new AcquisitionTask() {

			@Override
			public @Nullable ConnectApiException run() {
				action.run();
				return null;
			}

			@Override
			public void refuse(ConnectApiException failure) {
				throw new RejectedExecutionException(failure);
			}

		};
	}

	private static AcquisitionTask task(ConnectApiException failure) {
		RecordingTask task = RecordingTask.blocking();
		task.release(failure);
		return task;
	}

	private static ConnectApiException notConnected() {
		return new ConnectUnavailableException("down",
				ConnectFailure.transientFailure("CreateSession", null).withNotSent(true),
				new IOException("connection refused", new ConnectException("refused")));
	}

}
