package io.github.connectapi.client;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import org.springframework.core.log.LogMessage;

import io.github.connectapi.ConnectWaitTimeoutException;
import io.github.connectapi.ErrorSuppressingLog;
import io.github.connectapi.SystemClock;
import io.github.connectapi.observation.ConnectObservationDocumentation;
import io.github.connectapi.observation.ConnectObservations;

/**
 * Limits how many exchanges of calls are in progress at once. Further callers wait within
 * their timeout, in the order of their arrival, so that none waits in vain while later
 * ones are served.
 */
final class ExchangeLimiter {

	private static final ErrorSuppressingLog logger = ErrorSuppressingLog.of(ConnectClient.class);

	private final int maxExchanges;

	private final ConnectObservations observations;

	private final Semaphore permits;

	ExchangeLimiter(int maxExchanges, ConnectObservations observations) {
		this.maxExchanges = maxExchanges;
		this.observations = observations;
		this.permits = new Semaphore(maxExchanges, true);
	}

	/**
	 * Execute an exchange when there are fewer others than the limit.
	 * @param exchange the exchange, which gets the remaining time
	 */
	<T> T execute(ExchangeContext context, Duration timeout, Function<Duration, T> exchange) {
		if (Thread.currentThread().isInterrupted()) {
			// Not sent, but observed.
			return exchange.apply(timeout);
		}
		long start = SystemClock.nanoTime().getAsLong();
		acquire(context, timeout);
		try {
			return exchange.apply(timeout.minusNanos(SystemClock.nanoTime().getAsLong() - start));
		}
		finally {
			this.permits.release();
		}
	}

	/** Return the number of callers that wait. */
	int waiting() {
		return this.permits.getQueueLength();
	}

	private void acquire(ExchangeContext context, Duration timeout) {
		// Not tryAcquire(), which would overtake callers that wait.
		if (!tryAcquire(context, Duration.ZERO)) {
			logger.debug(LogMessage.format(
					"Connect call waits because the maximum number of exchanges is in progress: operation=%s coordinationId=%s max=%s waiting=%s",
					context.operation(), context.coordinationId(), this.maxExchanges, waiting() + 1));
			acquireObserved(context, timeout);
		}
	}

	private void acquireObserved(ExchangeContext context, Duration timeout) {
		AtomicBoolean acquired = new AtomicBoolean();
		boolean observed = false;
		try {
			this.observations.observe(ConnectObservationDocumentation.EXCHANGE_WAIT, context.operation().name(), null,
					(observation) -> {
						acquired.set(tryAcquire(context, timeout));
						if (!acquired.get()) {
							throw timedOut(context, timeout);
						}
						return observation;
					});
			observed = true;
		}
		finally {
			if (!observed && acquired.get()) {
				this.permits.release();
			}
		}
	}

	private boolean tryAcquire(ExchangeContext context, Duration timeout) {
		try {
			return this.permits.tryAcquire(TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw context.interrupted();
		}
	}

	private ConnectWaitTimeoutException timedOut(ExchangeContext context, Duration timeout) {
		return new ConnectWaitTimeoutException(
				"%s was not sent: %s exchanges were in progress for %s ms. Increase getty.connect.http.max-concurrent-exchanges or call less (coordination id %s)"
					.formatted(context.operation(), this.maxExchanges, timeout.toMillis(), context.coordinationId()),
				context.transientFailure(null).withNotSent(true), null);
	}

}
