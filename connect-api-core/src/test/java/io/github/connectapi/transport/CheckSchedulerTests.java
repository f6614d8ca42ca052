package io.github.connectapi.transport;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

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
class CheckSchedulerTests {

	private static final long SOON = Duration.ofMillis(20).toNanos();

	private static final long LATE = Duration.ofHours(1).toNanos();

	private final LongSupplier nanoTime = SystemClock.nanoTime();

	private final HelperThreads threads = HelperThreads.create(null);

	private final BlockingQueue<Thread> checks = new LinkedBlockingQueue<>();

	private final CheckScheduler scheduler = scheduler(() -> this.checks.add(Thread.currentThread()));

	@AfterEach
	void close() {
		this.threads.close();
	}

	@Test
	void whenTheTimeHasElapsedThenTheCheckRunsOnADaemonThread() throws Exception {
		checkIn(SOON);
		Thread thread = awaitCheck();
		assertThat(thread.isDaemon()).isTrue();
		assertThat(thread.getName()).startsWith("getty-connect-http-");
	}

	@Test
	void whenNothingIsLeftThenTheThreadEnds() throws Exception {
		checkIn(SOON);
		Thread thread = awaitCheck();
		thread.join();
		checkIn(SOON);
		assertThat(awaitCheck()).isNotSameAs(thread);
	}

	@Test
	void whenALaterCheckIsPendingThenAnEarlierOneIsNotDelayed() throws Exception {
		checkIn(LATE);
		checkIn(SOON);
		awaitCheck();
	}

	@Test
	void whenAnEarlierCheckIsPendingThenNoOtherIsScheduled() throws Exception {
		checkIn(SOON);
		for (int i = 0; i < 100; i++) {
			checkIn(LATE + i);
		}
		awaitCheck();
		assertThat(this.threads.timer().shutdownNow()).isEmpty();
	}

	@Test
	void whenAnEarlierCheckIsRequestedThenItReplacesTheLaterOne() {
		for (int i = 0; i < 100; i++) {
			checkIn(LATE - i * SOON);
		}
		assertThat(this.threads.timer().shutdownNow()).hasSize(1);
	}

	@Test
	void whenACheckRanThenTheNextOneCanBeRequested() throws Exception {
		for (int i = 0; i < 50; i++) {
			checkIn(0);
			awaitCheck();
		}
	}

	@Test
	void whenACheckFailsThenItIsRepeated() throws Exception {
		CountDownLatch repeated = new CountDownLatch(2);
		CheckScheduler failing = scheduler(() -> {
			repeated.countDown();
			if (repeated.getCount() > 0) {
				Thread.currentThread().interrupt();
				throw new StackOverflowError("expected");
			}
		});
		failing.checkAt(this.nanoTime.getAsLong());
		assertThat(repeated.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void whenClosedThenTheThreadEndsAndNothingIsScheduled() throws Exception {
		checkIn(SOON);
		Thread thread = awaitCheck();
		checkIn(LATE);
		this.threads.close();
		thread.join();
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> checkIn(SOON));
	}

	private CheckScheduler scheduler(Runnable check) {
		return new CheckScheduler(this.threads.timer(), this.nanoTime, check);
	}

	private void checkIn(long delay) {
		this.scheduler.checkAt(this.nanoTime.getAsLong() + delay);
	}

	private Thread awaitCheck() throws InterruptedException {
		Thread thread = this.checks.poll(10, TimeUnit.SECONDS);
		assertThat(thread).isNotNull();
		return thread;
	}

}
