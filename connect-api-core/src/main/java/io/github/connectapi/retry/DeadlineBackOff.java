package io.github.connectapi.retry;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.retry.RetryContext;
import org.springframework.retry.backoff.BackOffContext;
import org.springframework.retry.backoff.BackOffPolicy;

import io.github.connectapi.ConnectApiException;

/**
 * Growing pauses with jitter, never shorter than the server asked for. A pause that would
 * pass the deadline, that did so because it took longer, or that is interrupted, ends the
 * retries, so that the server's own failure comes out.
 */
final class DeadlineBackOff implements BackOffPolicy {

	private final RetrySettings settings;

	private final DoubleSupplier random;

	private final Sleeper sleeper;

	private final LongSupplier remainingNanos;

	DeadlineBackOff(RetrySettings settings, DoubleSupplier random, Sleeper sleeper, LongSupplier remainingNanos) {
		this.settings = settings;
		this.random = random;
		this.sleeper = sleeper;
		this.remainingNanos = remainingNanos;
	}

	@Override
	public BackOffContext start(RetryContext context) {
		return new Attempts(context);
	}

	@Override
	public void backOff(BackOffContext attempts) {
		RetryContext context = ((Attempts) attempts).retry();
		Duration duration = durationAfter(context);
		if (duration.toNanos() >= this.remainingNanos.getAsLong()) {
			context.setExhaustedOnly();
			return;
		}
		try {
			this.sleeper.sleep(duration);
			if (this.remainingNanos.getAsLong() <= 0) {
				context.setExhaustedOnly();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			context.setExhaustedOnly();
		}
	}

	private Duration durationAfter(RetryContext context) {
		double growth = Math.pow(this.settings.multiplier(), context.getRetryCount() - 1);
		double longest = (double) this.settings.maxInterval().toNanos() / this.settings.initialInterval().toNanos();
		double random = this.random.getAsDouble();
		Duration interval = scale(this.settings.initialInterval(),
				Math.min(growth, longest) * (1 + this.settings.jitter() * (2 * random - 1)));
		Duration asked = scale(retryAfter(context.getLastThrowable()), 1 + this.settings.jitter() * random);
		return (asked.compareTo(interval) > 0) ? asked : interval;
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
