package io.github.connectapi.retry;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ErrorSuppressingLog;

/**
 * Budget of retries that all calls share, so that they do not multiply the load of a
 * server that is down. A retry takes units. A success returns those of its retries, or
 * one unit. Thread-safe.
 */
final class RetryBudget {

	/**
	 * Units for 30 retries. When 200 callers lose the server at once, they send at most
	 * 1.15 requests for each call.
	 */
	static final int CAPACITY = 150;

	/** If some calls fail permanently, at most one in five is retried. */
	static final int COST = 5;

	private static final ErrorSuppressingLog logger = ErrorSuppressingLog.of(Retry.class);

	private final AtomicInteger units = new AtomicInteger(CAPACITY);

	private final AtomicBoolean logged = new AtomicBoolean();

	/** Return whether a failed call may be retried, and take its units if so. */
	boolean tryAcquire(@Nullable Throwable failure) {
		boolean acquired = this.units.getAndUpdate((count) -> (count >= COST) ? count - COST : count) >= COST;
		if (!acquired && !this.logged.getAndSet(true) && failure instanceof ConnectApiException last) {
			logger.warn(LogMessage.format(
					"Connect call is not retried because the retry budget is used up; further ones are not logged: operation=%s coordinationId=%s",
					last.operation().orElse("none"), last.coordinationId().orElse("none")));
		}
		return acquired;
	}

	/** Return the units of a retry that did not take place. */
	void release() {
		add(COST);
	}

	/** Return units after a success. */
	void succeeded(int retries) {
		add(Math.max(1, retries * COST));
	}

	private void add(int refund) {
		if (this.units.get() < CAPACITY
				&& this.units.updateAndGet((count) -> Math.min(CAPACITY, count + refund)) == CAPACITY) {
			this.logged.set(false);
		}
	}

}
