package io.github.connectapi.session;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
			throw ConnectExceptionCopier.copyForCaller((ConnectApiException) Objects.requireNonNull(ex.getCause()));
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

	static ConnectInterruptedException interrupted() {
		return new ConnectInterruptedException("Interrupted while waiting for a Connect session");
	}

	/**
	 * Return a stage for one caller. It is never completed on the thread of the runner.
	 */
	CompletionStage<ConnectSession> stage() {
		CompletableFuture<CompletionStage<ConnectSession>> stage = this.result.isDone()
				? this.result.handle(PendingAcquisition::copyForCaller)
				: this.result.handleAsync(PendingAcquisition::copyForCaller);
		return stage.thenCompose(Function.identity()).minimalCompletionStage();
	}

	private static CompletionStage<ConnectSession> copyForCaller(@Nullable ConnectSession session,
			@Nullable Throwable failure) {
		return (failure instanceof ConnectApiException shared)
				? CompletableFuture.failedStage(ConnectExceptionCopier.copyForCaller(shared))
				: CompletableFuture.completedStage(session);
	}

}
