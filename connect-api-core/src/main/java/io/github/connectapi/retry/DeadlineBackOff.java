package io.github.connectapi.retry;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.retry.RetryContext;
import org.springframework.retry.backoff.BackOffContext;
import org.springframework.retry.backoff.BackOffPolicy;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectInterruptedException;

/**
 * Exponential back-off with jitter that is never shorter than the {@code Retry-After} of
 * the server. Ends the retries, so that the failure of the server is thrown, if the next
 * interval would extend beyond the deadline, if the deadline has passed after an
 * interval, or if the budget is used up.
 */
final class DeadlineBackOff implements BackOffPolicy {

	private final RetrySettings settings;

	private final DoubleSupplier random;

	private final Sleeper sleeper;

	private final LongSupplier remainingNanos;

	private final @Nullable RetryBudget budget;

	DeadlineBackOff(RetrySettings settings, DoubleSupplier random, Sleeper sleeper, LongSupplier remainingNanos,
			@Nullable RetryBudget budget) {
		this.settings = settings;
		this.random = random;
		this.sleeper = sleeper;
		this.remainingNanos = remainingNanos;
		this.budget = budget;
	}

	@Override
	public BackOffContext start(RetryContext context) {
		return new Attempts(context);
	}

	@Override
	public void backOff(BackOffContext attempts) {
		RetryContext context = ((Attempts) attempts).retry();
		Duration interval = nextInterval(context);
		boolean tooLate = interval.toNanos() >= this.remainingNanos.getAsLong();
		if (tooLate || (this.budget != null && !this.budget.tryAcquire(context.getLastThrowable()))) {
			context.setExhaustedOnly();
			return;
		}
		try {
			this.sleeper.sleep(interval);
			if (this.remainingNanos.getAsLong() <= 0) {
				context.setExhaustedOnly();
				returnToBudget();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			returnToBudget();
			throw interrupted(context.getLastThrowable());
		}
	}

	/** Return what was taken for an attempt that does not take place. */
	private void returnToBudget() {
		if (this.budget != null) {
			this.budget.release();
		}
	}

	private static ConnectInterruptedException interrupted(@Nullable Throwable last) {
		ConnectFailure failure = ConnectFailure.permanentFailure(null, null);
		if (last instanceof ConnectApiException exception) {
			failure = ConnectFailure.permanentFailure(exception.failure().operation(), null);
			String coordinationId = exception.failure().coordinationId();
			failure = (coordinationId != null) ? failure.withCoordinationId(coordinationId) : failure;
		}
		return new ConnectInterruptedException("Interrupted while waiting for the next attempt", failure, last);
	}

	private Duration nextInterval(RetryContext context) {
		double growth = Math.pow(this.settings.multiplier(), context.getRetryCount() - 1);
		double maxGrowth = (double) this.settings.maxInterval().toNanos() / this.settings.initialInterval().toNanos();
		double random = this.random.getAsDouble();
		Duration interval = scale(this.settings.initialInterval(),
				Math.min(growth, maxGrowth) * (1 + this.settings.jitter() * (2 * random - 1)));
		Duration retryAfter = scale(retryAfter(context.getLastThrowable()), 1 + this.settings.jitter() * random);
		return (retryAfter.compareTo(interval) > 0) ? retryAfter : interval;
	}

	private static Duration retryAfter(@Nullable Throwable last) {
		return (last instanceof ConnectApiException failure) ? failure.retryAfter().orElse(Duration.ZERO)
				: Duration.ZERO;
	}

	private static Duration scale(Duration duration, double factor) {
		return Duration.ofNanos((long) (duration.toNanos() * factor));
	}

	private record Attempts(RetryContext retry) implements BackOffContext {
	}

}
