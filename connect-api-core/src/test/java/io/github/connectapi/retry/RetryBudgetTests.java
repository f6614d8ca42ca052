package io.github.connectapi.retry;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Units of the budget that calls share.
 */
@ExtendWith(OutputCaptureExtension.class)
class RetryBudgetTests {

	private static final int RETRIES = RetryBudget.CAPACITY / RetryBudget.COST;

	private static final ConnectUnavailableException FAILURE = new ConnectUnavailableException("down",
			ConnectFailure.transientFailure("SearchForImages", null));

	private final RetryBudget budget = new RetryBudget();

	@Test
	void whenAllUnitsAreTakenThenNoRetryIsPermitted() {
		assertThat(acquired()).isEqualTo(RETRIES);
		assertThat(this.budget.tryAcquire(FAILURE)).isFalse();
	}

	@Test
	void whenARetryIsReturnedThenOneMoreIsPermitted() {
		acquired();
		this.budget.release();

		assertThat(acquired()).isOne();
	}

	@Test
	void whenACallSucceedsThenItsRetriesOrOneUnitAreReturned() {
		acquired();
		this.budget.succeeded(3);
		assertThat(acquired()).isEqualTo(3);
		for (int i = 0; i < RetryBudget.COST - 1; i++) {
			this.budget.succeeded(0);
			assertThat(this.budget.tryAcquire(FAILURE)).isFalse();
		}
		this.budget.succeeded(0);
		assertThat(acquired()).isOne();
	}

	@Test
	void whenItIsFullThenSuccessesAddNothing() {
		this.budget.succeeded(10);
		assertThat(this.budget.tryAcquire(FAILURE)).isTrue();
		this.budget.succeeded(10);

		assertThat(acquired()).isEqualTo(RETRIES);
	}

	@Test
	void whenItIsUsedUpThenThatIsLoggedOnceUntilItIsFullAgain(CapturedOutput output) {
		assertThat(this.budget.tryAcquire(FAILURE)).isTrue();
		assertThat(output).doesNotContain("retry budget is used up");
		acquired();
		acquired();
		assertThat(output.toString().split("retry budget is used up", -1)).hasSize(2);
		assertThat(output).contains("operation=SearchForImages coordinationId=none");
		this.budget.succeeded(RETRIES - 1);
		acquired();
		assertThat(output.toString().split("retry budget is used up", -1)).hasSize(2);
		this.budget.succeeded(RETRIES);
		acquired();
		assertThat(output.toString().split("retry budget is used up", -1)).hasSize(3);
	}

	@Test
	void whenTheSleepIsInterruptedOrTooLongThenNoUnitIsLost() {
		AtomicLong nanos = new AtomicLong();
		AtomicInteger sleeps = new AtomicInteger();
		Retry retry = new Retry(RetrySettings.defaults().withMaxAttempts(2), nanos::get, () -> 0.5, (duration) -> {
			if (sleeps.incrementAndGet() % 2 == 0) {
				throw new InterruptedException();
			}
			nanos.addAndGet(Duration.ofHours(1).toNanos());
		}).withBudget();
		for (int i = 0; i < 3 * RETRIES; i++) {
			long deadline = nanos.get() + Duration.ofMinutes(1).toNanos();
			assertThat(catchThrowable(() -> retry.call(RetryBudgetTests::fail, deadline))).isNotNull();
			assertThat(sleeps).hasValue(i + 1);
			assertThat(Thread.interrupted()).isEqualTo(i % 2 != 0);
		}
	}

	@Test
	void whenARetrySucceedsThenItsUnitsAreReturned() {
		Retry retry = new Retry(RetrySettings.defaults().withMaxAttempts(2), () -> 0, () -> 0.5, (duration) -> {
		}).withBudget();
		for (int i = 0; i < 3 * RETRIES; i++) {
			AtomicInteger attempts = new AtomicInteger();
			String result = retry.call(() -> (attempts.incrementAndGet() == 1) ? fail() : "result", Long.MAX_VALUE);
			assertThat(result).isEqualTo("result");
		}
	}

	private int acquired() {
		int count = 0;
		while (this.budget.tryAcquire(FAILURE)) {
			count++;
		}
		return count;
	}

	private static String fail() {
		throw FAILURE;
	}

}
