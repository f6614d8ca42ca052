package io.github.connectapi.call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.connectapi.ConnectApiException;

/**
 * One asynchronous call. It ends once: after it was executed, or when it is certain that
 * it will not be.
 */
final class AsyncCall<T> implements Runnable {

	private final CompletableFuture<T> stage = new CompletableFuture<>();

	private final AtomicBoolean ended = new AtomicBoolean();

	private final FutureTask<?> task;

	private final Consumer<AsyncCall<?>> onEnd;

	private volatile boolean started;

	/**
	 * Create a call.
	 * @param call the blocking call
	 * @param onEnd called once, when the call has ended
	 */
	@SuppressWarnings("FutureReturnValueIgnored") // The callback does not throw.
	AsyncCall(Supplier<T> call, Consumer<AsyncCall<?>> onEnd) {
		this.task = new FutureTask<>(() -> execute(call), true);
		this.onEnd = onEnd;
		this.stage.whenComplete((result, failure) -> onCompletion());
	}

	CompletableFuture<T> stage() {
		return this.stage;
	}

	@Override
	public void run() {
		try {
			this.task.run();
		}
		finally {
			if (this.task.isCancelled()) {
				// The interruption was for this call, not for the next task of the
				// thread.
				Thread.interrupted();
			}
			end();
		}
	}

	/**
	 * Interrupt the call, whose own failure completes the stage.
	 * @param notStarted the failure of a call that was not started
	 */
	void interrupt(ConnectApiException notStarted) {
		this.task.cancel(true);
		if (!this.started) {
			this.stage.completeExceptionally(notStarted);
		}
	}

	/** Complete the stage of a call that will not be executed. */
	void reject(ConnectApiException failure) {
		end();
		this.stage.completeExceptionally(failure);
	}

	private void execute(Supplier<T> call) {
		this.started = true;
		try {
			T result = call.get();
			end();
			this.stage.complete(result);
		}
		catch (Throwable ex) {
			end();
			this.stage.completeExceptionally(ex);
		}
	}

	// Before the stage is completed, so that what depends on it may start another call.
	private void end() {
		if (this.ended.compareAndSet(false, true)) {
			this.onEnd.accept(this);
		}
	}

	/** Interrupt a call whose stage was completed by something else. */
	private void onCompletion() {
		if (!this.ended.get()) {
			this.task.cancel(true);
		}
	}

}
