package io.github.connectapi.session;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
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
final class PendingAcquisition implements SessionLookup {

	private final CompletableFuture<ConnectSession> result = new CompletableFuture<>();

	private @Nullable Thread runner;

	private boolean interrupted;

	@Override
	public <T> T map(Function<ConnectSession, T> whenCached, Function<PendingAcquisition, T> whenPending) {
		return whenPending.apply(this);
	}

	/**
	 * Run the task on this thread, which {@link #interrupt()} may interrupt in the
	 * meantime.
	 */
	void run(Runnable task) {
		setRunner(Thread.currentThread());
		try {
			task.run();
		}
		finally {
			setRunner(null);
		}
	}

	/** Return the thread on which this runs; null if it has not started or has ended. */
	synchronized @Nullable Thread runner() {
		return this.runner;
	}

	private synchronized void setRunner(@Nullable Thread thread) {
		this.runner = thread;
		if (thread == null && this.interrupted) {
			// A pooled thread must not keep an interrupt that was meant for this task.
			Thread.interrupted();
		}
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
