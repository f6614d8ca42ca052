package io.github.connectapi.transport;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.github.connectapi.test.time.ManualTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Faults of the executor and of the check, with manual time.
 */
class CheckSchedulerFaultTests {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final ManualTime time = ManualTime.create();

	private final ScheduledExecutorService timer = mock();

	private final AtomicInteger checks = new AtomicInteger();

	@Test
	void whenAPendingCheckIsOverdueThenTheNextOneRunsImmediately() {
		// A ScheduledThreadPoolExecutor has no thread if the heap is exhausted where its
		// thread
		// waits and where it starts the next one. Scheduling another task starts a
		// thread.
		given(this.timer.schedule(any(Runnable.class), anyLong(), any(TimeUnit.class))).willReturn(null)
			.willAnswer((invocation) -> this.time.scheduler()
				.schedule(invocation.<Runnable>getArgument(0), invocation.<Long>getArgument(1), TimeUnit.NANOSECONDS));
		CheckScheduler scheduler = new CheckScheduler(this.timer, this.time.nanos(), this.checks::incrementAndGet);
		scheduler.checkAt(this.time.nanos().getAsLong() + SECOND);
		this.time.advance(Duration.ofSeconds(10));
		scheduler.checkAt(this.time.nanos().getAsLong() + 30 * SECOND);
		this.time.advance(Duration.ZERO);
		assertThat(this.checks).hasValue(1);
	}

	@Test
	void whenACheckFailsThenItIsRepeated() {
		CheckScheduler scheduler = new CheckScheduler(this.time.scheduler(), this.time.nanos(), () -> {
			if (this.checks.incrementAndGet() <= 2) {
				throw new OutOfMemoryError("expected");
			}
		});
		scheduler.checkAt(this.time.nanos().getAsLong() + SECOND);
		this.time.advance(Duration.ofSeconds(10));
		assertThat(this.checks).hasValue(3);
	}

}
