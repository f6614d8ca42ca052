package io.github.connectapi.retry;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.retry.support.RetryTemplate;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.Internal;

/**
 * Executes a task and retries it after transient failures, while attempts are left and
 * the deadline allows another interval. If no attempt succeeds, the failure of the last
 * one is thrown. Thread-safe.
 */
@Internal
public final class Retry {

	private final RetrySettings settings;

	private final LongSupplier nanos;

	private final DoubleSupplier random;

	private final Sleeper sleeper;

	private final @Nullable RetryBudget budget;

	/**
	 * Create a retry with random jitter that sleeps between two attempts.
	 * @param settings how often and how fast to retry
	 * @param nanos a monotonic clock in nanoseconds
	 */
	public Retry(RetrySettings settings, LongSupplier nanos) {
		this(settings, nanos, () -> ThreadLocalRandom.current().nextDouble(), Sleeper.threadSleep());
	}

	/**
	 * Create a retry.
	 * @param settings how often and how fast to retry
	 * @param nanos a monotonic clock in nanoseconds
	 * @param random the source of jitter: random numbers from 0 to less than 1
	 * @param sleeper how to sleep between two attempts
	 */
	public Retry(RetrySettings settings, LongSupplier nanos, DoubleSupplier random, Sleeper sleeper) {
		this(settings, nanos, random, sleeper, null);
	}

	private Retry(RetrySettings settings, LongSupplier nanos, DoubleSupplier random, Sleeper sleeper,
			@Nullable RetryBudget budget) {
		this.settings = settings;
		this.nanos = nanos;
		this.random = random;
		this.sleeper = sleeper;
		this.budget = budget;
	}

	/**
	 * Return a copy whose tasks share a budget of retries. When it is used up, the
	 * failure of the last attempt is thrown.
	 * @return the copy
	 */
	public Retry withBudget() {
		return new Retry(this.settings, this.nanos, this.random, this.sleeper, new RetryBudget());
	}

	/**
	 * Execute the task at least once, and again after a transient failure.
	 * @param task the task
	 * @param deadlineNanos the deadline on the monotonic clock; no interval extends
	 * beyond it
	 * @param <T> the type of the result
	 * @return the result of the first successful attempt
	 */
	public <T> T call(Supplier<T> task, long deadlineNanos) {
		return call(task, deadlineNanos, (failure) -> true);
	}

	/**
	 * Execute the task at least once, and again after a transient failure that permits
	 * it.
	 * @param task the task
	 * @param deadlineNanos the deadline on the monotonic clock; no interval extends
	 * beyond it
	 * @param repeatable whether the task may be repeated after a transient failure
	 * @param <T> the type of the result
	 * @return the result of the first successful attempt
	 */
	public <T> T call(Supplier<T> task, long deadlineNanos, Predicate<ConnectApiException> repeatable) {
		RetryTemplate template = new RetryTemplate();
		template.setRetryPolicy(new TransientFailurePolicy(this.settings.maxAttempts(), repeatable));
		template.setBackOffPolicy(new DeadlineBackOff(this.settings, this.random, this.sleeper,
				() -> deadlineNanos - this.nanos.getAsLong(), this.budget));
		return template.execute((context) -> {
			T result = task.get();
			if (this.budget != null) {
				this.budget.succeeded(context.getRetryCount());
			}
			return result;
		});
	}

}
