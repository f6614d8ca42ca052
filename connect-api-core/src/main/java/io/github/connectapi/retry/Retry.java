package io.github.connectapi.retry;

import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.springframework.retry.support.RetryTemplate;

/**
 * Repeats an attempt as long as its failure may pass, attempts are left and the deadline
 * allows another pause. What is thrown in the end is the last attempt's own failure.
 * Thread-safe.
 */
public final class Retry {

	private final RetrySettings settings;

	private final LongSupplier nanos;

	private final DoubleSupplier random;

	private final Sleeper sleeper;

	/**
	 * Makes a retry.
	 * @param settings how often and how fast
	 * @param nanos a monotonic clock in nanoseconds
	 * @param random random numbers from 0 to below 1
	 * @param sleeper how to wait between two attempts
	 */
	public Retry(RetrySettings settings, LongSupplier nanos, DoubleSupplier random, Sleeper sleeper) {
		this.settings = settings;
		this.nanos = nanos;
		this.random = random;
		this.sleeper = sleeper;
	}

	/**
	 * Calls the attempt once or more.
	 * @param attempt what to repeat
	 * @param endNanos the deadline, on the monotonic clock; no pause goes beyond it
	 * @param <T> what the attempt answers
	 * @return what the attempt answered
	 */
	public <T> T call(Supplier<T> attempt, long endNanos) {
		RetryTemplate template = new RetryTemplate();
		template.setRetryPolicy(new TransientFailurePolicy(this.settings.maxAttempts()));
		template.setBackOffPolicy(
				new DeadlineBackOff(this.settings, this.random, this.sleeper, () -> endNanos - this.nanos.getAsLong()));
		return template.execute((context) -> attempt.get());
	}

}
