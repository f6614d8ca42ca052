package io.github.connectapi.test.time;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(30)
class ManualSchedulerTests {

	private final ManualTime time = ManualTime.create();

	private final ScheduledExecutorService scheduler = this.time.scheduler();

	@Test
	void whenTaskIsSubmittedThenItRunsImmediatelyOnCallingThread() throws Exception {
		Future<Thread> future = this.scheduler.submit(Thread::currentThread);
		assertThat(future.isDone()).isTrue();
		assertThat(future.get()).isSameAs(Thread.currentThread());
	}

	@Test
	void whenExecutedTaskThrowsThenUncaughtExceptionHandlerIsCalled() {
		AtomicReference<Throwable> uncaught = new AtomicReference<>();
		Thread.currentThread().setUncaughtExceptionHandler((thread, ex) -> uncaught.set(ex));
		try {
			this.scheduler.execute(() -> {
				throw new IllegalStateException("on purpose");
			});
		}
		finally {
			Thread.currentThread().setUncaughtExceptionHandler(null);
		}
		assertThat(uncaught.get()).hasMessage("on purpose");
	}

	@Test
	void whenTaskIsScheduledThenFutureReflectsItsState() throws Exception {
		ScheduledFuture<String> future = this.scheduler.schedule(() -> "done", 10, TimeUnit.SECONDS);
		assertThat(future.getDelay(TimeUnit.MILLISECONDS)).isEqualTo(10_000);
		this.time.advance(Duration.ofSeconds(4));
		assertThat(future.getDelay(TimeUnit.SECONDS)).isEqualTo(6);
		assertThat(future.isDone()).isFalse();
		assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> future.get(1, TimeUnit.MILLISECONDS));
		this.time.advance(Duration.ofSeconds(6));
		assertThat(future.isDone()).isTrue();
		assertThat(future.get()).isEqualTo("done");
	}

	@Test
	void whenScheduledTaskThrowsThenFutureHasCauseAndTimeAdvances() {
		ScheduledFuture<?> future = this.scheduler.schedule(() -> {
			throw new AssertionError("on purpose");
		}, 1, TimeUnit.SECONDS);
		this.time.advance(Duration.ofSeconds(2));
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(future::get)
			.withCauseInstanceOf(AssertionError.class);
		assertThat(this.time.nanos().getAsLong()).isEqualTo(2_000_000_000L);
	}

	@Test
	void whenTaskIsCanceledThenItIsRemoved() {
		AtomicInteger runs = new AtomicInteger();
		ScheduledFuture<?> future = this.scheduler.schedule(runs::incrementAndGet, 1, TimeUnit.SECONDS);
		assertThat(future.cancel(false)).isTrue();
		assertThat(future.cancel(false)).isFalse();
		assertThat(this.time.pendingTasks()).isZero();
		this.time.advance(Duration.ofSeconds(2));
		assertThat(runs).hasValue(0);
		assertThat(future.isCancelled()).isTrue();
		assertThatExceptionOfType(CancellationException.class).isThrownBy(future::get);
	}

	@Test
	void whenTaskCancelsItselfThenItIsNotRepeated() {
		AtomicReference<ScheduledFuture<?>> self = new AtomicReference<>();
		AtomicInteger runs = new AtomicInteger();
		self.set(this.scheduler.scheduleAtFixedRate(() -> {
			runs.incrementAndGet();
			self.get().cancel(false);
		}, 1, 1, TimeUnit.SECONDS));
		this.time.advance(Duration.ofSeconds(5));
		assertThat(runs).hasValue(1);
		assertThat(this.time.pendingTasks()).isZero();
	}

	@Test
	void whenPeriodicTaskShutsSchedulerDownThenItIsNotRepeated() {
		AtomicInteger runs = new AtomicInteger();
		ScheduledFuture<?> future = this.scheduler.scheduleAtFixedRate(() -> {
			runs.incrementAndGet();
			this.scheduler.shutdown();
		}, 1, 1, TimeUnit.SECONDS);
		this.time.advance(Duration.ofSeconds(5));
		assertThat(runs).hasValue(1);
		assertThat(future.isCancelled()).isTrue();
		assertThat(this.time.pendingTasks()).isZero();
	}

	@Test
	void whenDelayIsZeroThenTaskIsNotRunImmediately() {
		ScheduledFuture<?> future = this.scheduler.schedule(() -> "done", 0, TimeUnit.SECONDS);
		assertThat(future.isDone()).isFalse();
		this.time.runDueTasks();
		assertThat(future.isDone()).isTrue();
	}

	@Test
	void whenShutDownThenTasksAreCanceledAndNewTasksRejected() throws Exception {
		ScheduledFuture<?> future = this.scheduler.schedule(() -> "done", 1, TimeUnit.SECONDS);
		this.scheduler.shutdown();
		assertThat(future.isCancelled()).isTrue();
		assertThat(this.time.pendingTasks()).isZero();
		assertThat(this.scheduler.isShutdown()).isTrue();
		assertThat(this.scheduler.isTerminated()).isTrue();
		assertThat(this.scheduler.awaitTermination(1, TimeUnit.SECONDS)).isTrue();
		assertThatExceptionOfType(RejectedExecutionException.class)
			.isThrownBy(() -> this.scheduler.schedule(() -> "no", 1, TimeUnit.SECONDS));
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> this.scheduler.submit(() -> "no"));
	}

	@Test
	void whenShutDownNowThenPendingTasksAreReturnedInOrder() {
		ScheduledFuture<?> second = this.scheduler.schedule(() -> "b", 2, TimeUnit.SECONDS);
		ScheduledFuture<?> first = this.scheduler.schedule(() -> "a", 1, TimeUnit.SECONDS);
		assertThat(this.scheduler.shutdownNow()).containsExactly((Runnable) first, (Runnable) second);
		assertThat(this.time.pendingTasks()).isZero();
	}

	@Test
	void whenSchedulerIsShutDownThenOtherSchedulerIsNotAffected() {
		ScheduledFuture<?> other = this.time.newScheduler().schedule(() -> "done", 1, TimeUnit.SECONDS);
		this.scheduler.shutdown();
		this.time.advance(Duration.ofSeconds(1));
		assertThat(other.isDone()).isTrue();
		assertThat(other.isCancelled()).isFalse();
	}

	@Test
	void whenThreadsAreUsedThenSubmittedTaskRunsOnDaemonThread() throws Exception {
		ScheduledExecutorService threaded = ManualTime.withThreads().scheduler();
		CountDownLatch release = new CountDownLatch(1);
		Future<Boolean> future = threaded.submit(() -> {
			release.await();
			return Thread.currentThread().isDaemon();
		});
		threaded.shutdown();
		assertThat(threaded.awaitTermination(10, TimeUnit.MILLISECONDS)).isFalse();
		release.countDown();
		assertThat(future.get(10, TimeUnit.SECONDS)).isTrue();
		assertThat(threaded.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
		assertThat(threaded.isTerminated()).isTrue();
	}

	@Test
	void whenThreadsAreUsedThenShutdownNowInterruptsThem() throws Exception {
		ScheduledExecutorService threaded = ManualTime.withThreads().scheduler();
		Future<?> future = threaded.submit(() -> new CountDownLatch(1).await(1, TimeUnit.MINUTES));
		threaded.shutdownNow();
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> future.get(10, TimeUnit.SECONDS))
			.withCauseInstanceOf(InterruptedException.class);
	}

	@Test
	void whenManyThreadsAdvanceTimeThenEachTaskRunsOnce() throws Exception {
		AtomicInteger runs = new AtomicInteger();
		for (int i = 1; i <= 1000; i++) {
			this.scheduler.schedule(runs::incrementAndGet, i, TimeUnit.MILLISECONDS);
		}
		ScheduledExecutorService movers = ManualTime.withThreads().scheduler();
		for (int i = 0; i < 10; i++) {
			movers.execute(() -> this.time.advance(Duration.ofMillis(100)));
		}
		movers.shutdown();
		assertThat(movers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
		assertThat(runs).hasValue(1000);
		assertThat(this.time.nanos().getAsLong()).isEqualTo(1_000_000_000L);
	}

}
