package io.github.connectapi.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

import io.github.connectapi.ConnectThreadFactory;
import io.github.connectapi.ErrorSuppressingLog;
import io.github.connectapi.Internal;

/**
 * Publishes events to listeners, on a separate thread, which ends when there are no
 * events. Thread-safe.
 *
 * @param <L> the type of the listeners
 */
@Internal
public final class SessionEventPublisher<L> {

	static final int MAX_QUEUED_EVENTS = 1000;

	private static final ErrorSuppressingLog logger = ErrorSuppressingLog.of(ConnectSessionListener.class);

	private static final long MAX_CLOSE_MILLIS = 500;

	private final List<L> listeners;

	private final ThreadPoolExecutor executor;

	private volatile @Nullable Thread notifier;

	/**
	 * Create a publisher.
	 * @param listeners the listeners, which are notified in this order
	 * @param threads creates the thread
	 */
	public SessionEventPublisher(List<L> listeners, ConnectThreadFactory threads) {
		this(listeners, threads, MAX_QUEUED_EVENTS);
	}

	/**
	 * Create a publisher.
	 * @param listeners the listeners, which are notified in this order
	 * @param threads creates the thread
	 * @param maxQueued how many events may wait; others are dropped
	 */
	public SessionEventPublisher(List<L> listeners, ConnectThreadFactory threads, int maxQueued) {
		this.listeners = List.copyOf(listeners);
		this.executor = threads.newFixedPool(1, SessionScheduler.KEEP_ALIVE, maxQueued);
	}

	/**
	 * Publish an event.
	 * @param event the event
	 * @param call how to call a listener
	 */
	public void publish(ConnectSessionEvent event, Consumer<L> call) {
		if (this.listeners.isEmpty()) {
			return;
		}
		try {
			this.executor.execute(() -> notifyListeners(event, call));
		}
		catch (RejectedExecutionException | Error ex) {
			logger.warn(LogMessage.format(
					"Connect session event dropped because the listener queue is full or the manager is closed: event=%s generation=%s",
					event.getClass().getSimpleName(), event.generation()));
		}
	}

	private void notifyListeners(ConnectSessionEvent event, Consumer<L> call) {
		this.notifier = Thread.currentThread();
		for (L listener : this.listeners) {
			notifyListener(listener, event, call);
			if (!this.executor.isShutdown()) {
				// The next listener must not be interrupted by the previous one.
				Thread.interrupted();
			}
		}
		this.notifier = null;
	}

	private void notifyListener(L listener, ConnectSessionEvent event, Consumer<L> call) {
		try {
			call.accept(listener);
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

	/**
	 * Deliver the remaining events, but wait only for a short time.
	 */
	public void close() {
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
