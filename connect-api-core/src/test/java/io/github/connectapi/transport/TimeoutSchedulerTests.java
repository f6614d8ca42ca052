package io.github.connectapi.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.SystemClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * With real time and a real thread, which are the subject here.
 */
@Timeout(30)
class TimeoutSchedulerTests {

	private static final long SOON = Duration.ofMillis(20).toNanos();

	private static final long LATE = Duration.ofHours(1).toNanos();

	private final TimeoutScheduler scheduler = new TimeoutScheduler(SystemClock.nanoTime(), new HelperThreads());

	@AfterEach
	void close() {
		this.scheduler.close();
	}

	@Test
	void whenTheTimeHasElapsedThenTheActionRunsOnADaemonThread() throws Exception {
		Thread thread = runningThread(SOON);
		assertThat(thread.isDaemon()).isTrue();
		assertThat(thread.getName()).startsWith("getty-connect-http-");
	}

	@Test
	void whenNothingIsLeftThenTheThreadEnds() throws Exception {
		Thread thread = runningThread(SOON);
		thread.join();
		assertThat(runningThread(SOON)).isNotSameAs(thread);
	}

	@Test
	void whenALaterTimeoutIsWaitingThenAnEarlierOneIsNotDelayed() throws Exception {
		this.scheduler.schedule(LATE, () -> {
		});
		runningThread(SOON);
	}

	@Test
	void whenCanceledThenTheActionDoesNotRun() throws Exception {
		CountDownLatch ran = new CountDownLatch(1);
		this.scheduler.cancel(this.scheduler.schedule(SOON, ran::countDown));
		runningThread(2 * SOON);
		assertThat(ran.getCount()).isOne();
	}

	@Test
	void whenAnActionFailsThenTheNextOneRuns() throws Exception {
		this.scheduler.schedule(SOON, () -> {
			throw new IllegalStateException("expected");
		});
		runningThread(2 * SOON);
	}

	@Test
	void whenTheThreadIsInterruptedThenItContinues() throws Exception {
		CompletableFuture<Thread> ran = new CompletableFuture<>();
		this.scheduler.schedule(SOON, () -> {
			ran.complete(Thread.currentThread());
			Thread.currentThread().interrupt();
		});
		this.scheduler.schedule(LATE, () -> {
		});
		Thread thread = ran.get(10, TimeUnit.SECONDS);
		assertThat(runningThread(SOON)).isSameAs(thread);
	}

	@Test
	void whenTheThreadDiedThenItIsReplaced() throws Exception {
		CompletableFuture<Thread> ran = new CompletableFuture<>();
		this.scheduler.schedule(SOON, () -> {
			Thread.currentThread().setUncaughtExceptionHandler((thread, ex) -> ran.complete(thread));
			throw new StackOverflowError("expected");
		});
		this.scheduler.schedule(3 * SOON, () -> {
		});
		ran.get(10, TimeUnit.SECONDS).join();
		runningThread(SOON);
	}

	@Test
	void whenClosedThenTheThreadEndsAndNothingIsScheduled() throws Exception {
		CompletableFuture<Thread> ran = new CompletableFuture<>();
		this.scheduler.schedule(LATE, () -> {
		});
		this.scheduler.schedule(SOON, () -> ran.complete(Thread.currentThread()));
		Thread thread = ran.get(10, TimeUnit.SECONDS);
		this.scheduler.close();
		thread.join();
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> this.scheduler.schedule(SOON, () -> {
		})).withMessageContaining("closed");
	}

	private Thread runningThread(long delay) throws Exception {
		CompletableFuture<Thread> ran = new CompletableFuture<>();
		this.scheduler.schedule(delay, () -> ran.complete(Thread.currentThread()));
		return ran.get(10, TimeUnit.SECONDS);
	}

}
