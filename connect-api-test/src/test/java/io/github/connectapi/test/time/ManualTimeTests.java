package io.github.connectapi.test.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ManualTimeTests {

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private final ManualTime time = ManualTime.create();

	private final ScheduledExecutorService scheduler = this.time.scheduler();

	private final List<String> ran = new ArrayList<>();

	@Test
	void whenTimeIsAdvancedThenBothClocksAdvance() {
		this.time.advance(Duration.ofSeconds(3));
		assertThat(this.time.clock().instant()).isEqualTo(START.plusSeconds(3));
		assertThat(this.time.nanos().getAsLong()).isEqualTo(3_000_000_000L);
	}

	@Test
	void whenWallClockIsAdjustedThenMonotonicClockIsNotAffected() {
		after(1, "a");
		this.time.adjustWallClock(Duration.ofHours(-2));
		assertThat(this.time.clock().instant()).isEqualTo(START.minusSeconds(7200));
		this.time.adjustWallClock(Duration.ofHours(5));
		assertThat(this.time.clock().instant()).isEqualTo(START.plusSeconds(3 * 3600));
		assertThat(this.time.nanos().getAsLong()).isZero();
		assertThat(this.ran).isEmpty();
	}

	@Test
	void whenMachineIsSuspendedThenOnlyWallClockAdvances() {
		after(60, "a");
		this.time.suspend(Duration.ofHours(2));
		this.time.runDueTasks();
		assertThat(this.time.clock().instant()).isEqualTo(START.plusSeconds(7200));
		assertThat(this.time.nanos().getAsLong()).isZero();
		assertThat(this.ran).isEmpty();
		this.time.advance(Duration.ofSeconds(60));
		assertThat(this.ran).containsExactly("a@60");
	}

	@Test
	void whenTimeIsAdvancedWithoutTimersThenTasksRunLate() {
		after(5, "b");
		after(1, "a");
		this.time.advanceWithoutTimers(Duration.ofSeconds(10));
		assertThat(this.ran).isEmpty();
		assertThat(this.time.nextDelay()).hasValue(Duration.ofSeconds(-9));
		this.time.runDueTasks();
		assertThat(this.ran).containsExactly("a@10", "b@10");
	}

	@Test
	void whenTasksAreDueThenTheyRunInOrderAtTheirDueTime() {
		after(3, "c");
		after(1, "a");
		after(2, "b");
		after(2, "b2");
		after(9, "later");
		this.time.advance(Duration.ofSeconds(5));
		assertThat(this.ran).containsExactly("a@1", "b@2", "b2@2", "c@3");
		assertThat(this.time.nanos().getAsLong()).isEqualTo(5_000_000_000L);
		assertThat(this.time.pendingTasks()).isEqualTo(1);
		assertThat(this.time.nextDelay()).hasValue(Duration.ofSeconds(4));
	}

	@Test
	void whenTaskSchedulesAnotherThatIsDueThenBothRun() {
		this.scheduler.schedule(() -> after(2, "second"), 1, TimeUnit.SECONDS);
		this.time.advance(Duration.ofSeconds(3));
		assertThat(this.ran).containsExactly("second@3");
	}

	@Test
	void whenTaskAdvancesTimeThenTimeIsNotTurnedBack() {
		this.scheduler.schedule(() -> this.time.advance(Duration.ofSeconds(10)), 1, TimeUnit.SECONDS);
		after(5, "a");
		this.time.advance(Duration.ofSeconds(3));
		assertThat(this.ran).containsExactly("a@5");
		assertThat(this.time.nanos().getAsLong()).isEqualTo(11_000_000_000L);
	}

	@Test
	void whenMonotonicClockOverflowsThenTasksRunInOrder() {
		ManualTime late = ManualTime.startingAt(START, Long.MAX_VALUE - 1_000_000_000L);
		late.scheduler().schedule(() -> this.ran.add("b"), 3, TimeUnit.SECONDS);
		late.scheduler().schedule(() -> this.ran.add("a"), 500, TimeUnit.MILLISECONDS);
		late.advance(Duration.ofSeconds(2));
		assertThat(this.ran).containsExactly("a");
		late.advance(Duration.ofSeconds(1));
		assertThat(this.ran).containsExactly("a", "b");
		assertThat(late.clock().instant()).isEqualTo(START.plusSeconds(3));
	}

	@Test
	void whenTaskHasFixedRateThenItRunsEveryPeriod() {
		ScheduledFuture<?> future = this.scheduler.scheduleAtFixedRate(() -> record("r"), 1, 2, TimeUnit.SECONDS);
		this.time.advance(Duration.ofSeconds(5));
		assertThat(this.ran).containsExactly("r@1", "r@3", "r@5");
		future.cancel(false);
		this.time.advance(Duration.ofSeconds(5));
		assertThat(this.ran).hasSize(3);
		assertThat(this.time.pendingTasks()).isZero();
	}

	@Test
	void whenTaskHasFixedDelayThenDelayStartsAtItsEnd() {
		this.scheduler.scheduleWithFixedDelay(() -> {
			record("d");
			this.time.advanceWithoutTimers(Duration.ofSeconds(3));
		}, 1, 2, TimeUnit.SECONDS);
		this.time.advance(Duration.ofSeconds(7));
		assertThat(this.ran).containsExactly("d@1", "d@6");
	}

	@Test
	void whenPeriodicTaskThrowsThenItIsNotRepeated() {
		this.scheduler.scheduleAtFixedRate(() -> {
			record("r");
			throw new IllegalStateException("on purpose");
		}, 1, 1, TimeUnit.SECONDS);
		this.time.advance(Duration.ofSeconds(5));
		assertThat(this.ran).containsExactly("r@1");
	}

	@Test
	void whenDurationIsNegativeThenItIsRejected() {
		Duration negative = Duration.ofSeconds(-1);
		assertThatIllegalArgumentException().isThrownBy(() -> this.time.advance(negative));
		assertThatIllegalArgumentException().isThrownBy(() -> this.time.suspend(negative));
		assertThatIllegalArgumentException().isThrownBy(() -> this.time.advanceWithoutTimers(negative));
	}

	private void after(int seconds, String name) {
		this.scheduler.schedule(() -> record(name), seconds, TimeUnit.SECONDS);
	}

	private void record(String name) {
		this.ran.add(name + "@" + TimeUnit.NANOSECONDS.toSeconds(this.time.nanos().getAsLong()));
	}

}
