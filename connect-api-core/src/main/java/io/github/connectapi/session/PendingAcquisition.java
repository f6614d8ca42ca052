package io.github.connectapi.session;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectExceptionCopier;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectWaitTimeoutException;

/**
 * A pending acquisition, whose session or failure all waiting callers share. Thread-safe.
 */
final class PendingAcquisition implements SessionStateMachine.Lookup {

	private final CompletableFuture<ConnectSession> result = new CompletableFuture<>();

	private @Nullable Thread runner;

	private boolean interrupted;

	private int waiters;

	private volatile boolean withdrawn;

	private int stage;

	private SessionOwner.@Nullable Ticket ticket;

	private volatile @Nullable Future<?> watchdog;

	@Override
	public <T> T map(Function<ConnectSession, T> whenCached, Function<PendingAcquisition, T> whenPending) {
		return whenPending.apply(this);
	}

	/**
	 * Run the task on this thread, which {@link #interrupt()} may interrupt in the
	 * meantime.
	 */
	void run(Runnable task) {
		if (runner() == Thread.currentThread()) {
			task.run();
			return;
		}
		setRunner(Thread.currentThread());
		try {
			task.run();
		}
		finally {
			clearRunner(Thread.currentThread());
		}
	}

	/** Return the thread on which this runs; null if it has not started or has ended. */
	synchronized @Nullable Thread runner() {
		return this.runner;
	}

	private synchronized void setRunner(Thread thread) {
		this.runner = thread;
	}

	// The next stage may have started on another thread.
	private synchronized void clearRunner(Thread thread) {
		if (this.runner == thread) {
			this.runner = null;
			if (this.interrupted) {
				// A pooled thread must not keep an interrupt that was meant for this
				// task.
				Thread.interrupted();
			}
		}
	}

	/** Set the ticket of a stage, unless a later one has started. */
	synchronized void setTicket(int stage, SessionOwner.Ticket ticket) {
		if (stage > this.stage) {
			this.stage = stage;
			this.ticket = ticket;
		}
	}

	private synchronized SessionOwner.@Nullable Ticket ticket() {
		return this.ticket;
	}

	/** Return whether the current stage had not started, and will never run. */
	boolean cancel() {
		SessionOwner.Ticket current = ticket();
		return current != null && current.cancel();
	}

	/** Report that the thread of the current stage may never return. */
	void abandon() {
		SessionOwner.Ticket current = ticket();
		if (current != null) {
			current.abandon();
		}
	}

	void setWatchdog(Future<?> watchdog) {
		this.watchdog = watchdog;
	}

	void cancelWatchdog() {
		Future<?> current = this.watchdog;
		if (current != null) {
			current.cancel(false);
		}
	}

	/** Count a caller that waits. */
	synchronized void enter() {
		this.waiters++;
	}

	/** Return whether this was the last caller that waited for an acquisition. */
	synchronized boolean leave() {
		this.waiters--;
		return this.waiters == 0 && !isDone();
	}

	/** Return whether it was ended because nobody seemed to wait. */
	boolean isWithdrawn() {
		return this.withdrawn;
	}

	/** End it because nobody seems to wait. Later callers have to look up again. */
	void withdraw() {
		this.withdrawn = true;
		fail(interrupted());
	}

	synchronized void interrupt() {
		if (this.runner != null) {
			this.interrupted = true;
			this.runner.interrupt();
		}
	}

	/** Clear an interrupt of this thread that is not that of {@link #interrupt()}. */
	synchronized void clearForeignInterrupt() {
		if (!this.interrupted) {
			Thread.interrupted();
		}
	}

	boolean isDone() {
		return this.result.isDone();
	}

	void complete(ConnectSession session) {
		this.result.complete(session);
	}

	void fail(ConnectApiException failure) {
		this.result.completeExceptionally(failure);
	}

	ConnectSession await(Duration timeout) {
		try {
			return this.result.get(TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS);
		}
		catch (ExecutionException ex) {
			throw copyForCaller(ex);
		}
		catch (TimeoutException ex) {
			throw new ConnectWaitTimeoutException(
					"No Connect session was available within the wait timeout; its acquisition continues");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw interrupted();
		}
	}

	/** Wait for the end, and return whether it ended in time. */
	boolean endsWithin(Duration timeout) {
		try {
			await(timeout);
		}
		catch (ConnectApiException ex) {
			// Its callers get the failure.
		}
		return isDone();
	}

	static ConnectInterruptedException interrupted() {
		return new ConnectInterruptedException("Interrupted while waiting for a Connect session");
	}

	/**
	 * Call a consumer with the failure, or with null after a success: now if the
	 * acquisition has ended, or else later on the executor.
	 */
	@SuppressWarnings("FutureReturnValueIgnored")
	void whenDone(Executor executor, Consumer<@Nullable ConnectApiException> consumer) {
		if (this.result.isDone()) {
			consumer.accept(failure());
		}
		else {
			this.result.whenComplete((session, failure) -> executor.execute(() -> consumer.accept(failure())));
		}
	}

	/** Return a copy of the failure for one caller, or null after a success. */
	private @Nullable ConnectApiException failure() {
		try {
			this.result.join();
			return null;
		}
		catch (CompletionException ex) {
			return copyForCaller(ex);
		}
	}

	private static ConnectApiException copyForCaller(Exception failure) {
		return ConnectExceptionCopier.copyForCaller((ConnectApiException) Objects.requireNonNull(failure.getCause()));
	}

}
