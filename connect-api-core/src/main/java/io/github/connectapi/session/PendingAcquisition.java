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
 * One acquisition on its way, and what all who wait for it share: its session or its
 * failure. Thread-safe.
 */
final class PendingAcquisition {

	private final CompletableFuture<ConnectSession> result;

	private final boolean askOnly;

	private final boolean read;

	private @Nullable Thread pilot;

	private boolean cutOff;

	private PendingAcquisition(CompletableFuture<ConnectSession> result, boolean askOnly, boolean read) {
		this.result = result;
		this.askOnly = askOnly;
		this.read = read;
	}

	/** An acquisition. */
	static PendingAcquisition acquiring() {
		return new PendingAcquisition(new CompletableFuture<>(), false, false);
	}

	/** An acquisition only if the provider has other credentials than were rejected. */
	static PendingAcquisition asking() {
		return new PendingAcquisition(new CompletableFuture<>(), true, false);
	}

	/** None: a session that was there, and valid when it was read. */
	static PendingAcquisition read(ConnectSession session) {
		return new PendingAcquisition(CompletableFuture.completedFuture(session), false, true);
	}

	/** What remains of a flight that is over but whose thread has not returned. */
	PendingAcquisition husk() {
		return new PendingAcquisition(this.result, this.askOnly, this.read);
	}

	boolean isHuskOf(PendingAcquisition flight) {
		return this != flight && this.result == flight.result;
	}

	boolean isRead() {
		return this.read;
	}

	boolean isAskOnly() {
		return this.askOnly;
	}

	/** Does its work on this thread, which may be interrupted until it ends. */
	void fly(Runnable work) {
		pilot(Thread.currentThread());
		try {
			work.run();
		}
		finally {
			pilot(null);
		}
	}

	private synchronized void pilot(@Nullable Thread thread) {
		this.pilot = thread;
		if (thread == null && this.cutOff) {
			// The thread may be a pool's, and the interrupt was ours.
			Thread.interrupted();
		}
	}

	/** Interrupts whatever it is doing, if it has begun. */
	synchronized void cutOff() {
		if (this.pilot != null) {
			this.cutOff = true;
			this.pilot.interrupt();
		}
	}

	boolean isOver() {
		return this.result.isDone();
	}

	void succeed(ConnectSession session) {
		this.result.complete(session);
	}

	void fail(ConnectApiException failure) {
		this.result.completeExceptionally(failure);
	}

	/** The session, once the flight has landed. */
	ConnectSession await(Duration timeout) {
		try {
			return this.result.get(TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS);
		}
		catch (ExecutionException ex) {
			throw ConnectExceptionCopier.copyForCaller((ConnectApiException) Objects.requireNonNull(ex.getCause()));
		}
		catch (TimeoutException ex) {
			throw new ConnectWaitTimeoutException(
					"No Connect session yet, the caller's time is over; the acquisition goes on");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ConnectInterruptedException("Interrupted while waiting for a Connect session");
		}
	}

	/** A stage for one caller, never completed on our own thread. */
	CompletionStage<ConnectSession> stage() {
		CompletableFuture<CompletionStage<ConnectSession>> own = this.result.isDone()
				? this.result.handle(PendingAcquisition::copyForCaller)
				: this.result.handleAsync(PendingAcquisition::copyForCaller);
		return own.thenCompose(Function.identity()).minimalCompletionStage();
	}

	private static CompletionStage<ConnectSession> copyForCaller(@Nullable ConnectSession session,
			@Nullable Throwable failure) {
		return (failure instanceof ConnectApiException shared)
				? CompletableFuture.failedStage(ConnectExceptionCopier.copyForCaller(shared))
				: CompletableFuture.completedStage(session);
	}

}
