package io.github.connectapi.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectThreadFactory;
import io.github.connectapi.ErrorSuppressingLog;

/**
 * Publishes the changes from one state to the next as events. Logs them immediately, on
 * the thread of the change. Calls the listeners on a separate thread, which ends when
 * there are no events.
 */
final class SessionEventPublisher {

	static final int MAX_QUEUED_EVENTS = 1000;

	private static final ErrorSuppressingLog logger = ErrorSuppressingLog.of(ConnectSessionListener.class);

	private static final long MAX_CLOSE_MILLIS = 500;

	private final SessionLog log = new SessionLog();

	private final List<ConnectSessionListener> listeners;

	private final ThreadPoolExecutor executor;

	private volatile @Nullable Thread notifier;

	SessionEventPublisher(List<ConnectSessionListener> listeners, ConnectThreadFactory threads) {
		this.listeners = List.copyOf(listeners);
		this.executor = threads.newFixedPool(1, SessionScheduler.KEEP_ALIVE, MAX_QUEUED_EVENTS);
	}

	void acquired(SessionState before, CachedSession session, SessionAcquirer.Result acquired, ClockReading now) {
		expired(before, now);
		Instant at = now.instant();
		Instant expiresAt = at.plusNanos(session.remaining(now));
		int generation = session.generation();
		if (acquired.adopted()) {
			publish(new ConnectSessionEvent.Adopted(at, generation, expiresAt));
		}
		else {
			publish(acquired.renewed() ? new ConnectSessionEvent.Renewed(at, generation, expiresAt)
					: new ConnectSessionEvent.Created(at, generation, expiresAt));
		}
		BackoffState backoff = before.backoff();
		if (backoff != null) {
			publish(new ConnectSessionEvent.Recovered(at, generation, expiresAt, backoff.failures()));
		}
	}

	// A probe that fails during the back-off is not another failure.
	void failed(SessionState before, BackoffState backoff, ClockReading now) {
		expired(before, now);
		if (before.backoff() == null || before.backoff().failures() != backoff.failures()) {
			publish(failure(before, backoff, now));
		}
	}

	private static ConnectSessionEvent failure(SessionState state, BackoffState backoff, ClockReading now) {
		Instant at = now.instant();
		Instant nextAttemptAt = backoff.nextAttemptAt();
		ConnectApiException failure = backoff.failure();
		boolean valid = state.hasUsableSession(now);
		if (backoff.isRejection()) {
			return new ConnectSessionEvent.Rejected(at, state.generation(), failure, backoff.failures(), nextAttemptAt,
					valid);
		}
		return valid
				? new ConnectSessionEvent.RenewalFailed(at, state.generation(), failure, backoff.failures(),
						nextAttemptAt)
				: new ConnectSessionEvent.Unavailable(at, state.generation(), failure, backoff.failures(),
						nextAttemptAt);
	}

	// A session may end without an acquisition, because of a back-off or a suspension.
	void expired(SessionState before, ClockReading now) {
		CachedSession session = before.session();
		if (session != null && !session.hasEnded() && !session.isUsable(now)) {
			publish(new ConnectSessionEvent.Expired(now.instant(), before.generation()));
		}
	}

	void invalidated(int generation, ClockReading now) {
		publish(new ConnectSessionEvent.Invalidated(now.instant(), generation));
	}

	void reset(int generation, ClockReading now) {
		publish(new ConnectSessionEvent.Reset(now.instant(), generation));
	}

	void closed(int generation, ClockReading now) {
		publish(new ConnectSessionEvent.Closed(now.instant(), generation));
	}

	void publish(ConnectSessionEvent event) {
		this.log.onEvent(event);
		if (this.listeners.isEmpty()) {
			return;
		}
		try {
			this.executor.execute(() -> notifyListeners(event));
		}
		catch (RejectedExecutionException | Error ex) {
			logger.warn(LogMessage.format(
					"Connect session event dropped because the listener queue is full or the manager is closed: event=%s generation=%s",
					event.getClass().getSimpleName(), event.generation()));
		}
	}

	private void notifyListeners(ConnectSessionEvent event) {
		this.notifier = Thread.currentThread();
		for (ConnectSessionListener listener : this.listeners) {
			notifyListener(listener, event);
			if (!this.executor.isShutdown()) {
				// The next listener must not be interrupted by the previous one.
				Thread.interrupted();
			}
		}
		this.notifier = null;
	}

	private static void notifyListener(ConnectSessionListener listener, ConnectSessionEvent event) {
		try {
			listener.onEvent(event);
		}
		catch (Throwable ex) {
			logger.warn(LogMessage.format("Connect session listener failed: listener=%s event=%s",
					listener.getClass().getName(), event.getClass().getSimpleName()), ex);
		}
	}

	/** Set how long the thread may be idle. */
	void setKeepAlive(Duration keepAlive) {
		this.executor.setKeepAliveTime(keepAlive.toNanos(), TimeUnit.NANOSECONDS);
	}

	/** Deliver the remaining events, but wait only for a short time. */
	void close() {
		this.executor.shutdown();
		if (Thread.currentThread() == this.notifier) {
			// A listener cannot wait for itself. The events follow when it returns.
			return;
		}
		// An interrupted thread waits as well, so that no event is lost.
		boolean interrupted = Thread.interrupted();
		try {
			if (!this.executor.awaitTermination(MAX_CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
				this.executor.shutdownNow();
			}
		}
		catch (InterruptedException ex) {
			this.executor.shutdownNow();
			interrupted = true;
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
