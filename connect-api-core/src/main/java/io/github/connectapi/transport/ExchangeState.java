package io.github.connectapi.transport;

import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * State of one exchange. The reason why an exchange ended is recorded once, before its
 * connection is closed, so it is never derived from the exception that follows. Unless
 * the exchange completed, its end closes the connection, even if another thread opens it
 * later.
 */
final class ExchangeState {

	private volatile long deadline;

	private volatile boolean paused;

	private final AtomicReference<@Nullable Outcome> outcome = new AtomicReference<>();

	private volatile @Nullable Connection connection;

	private volatile @Nullable Future<?> task;

	private volatile String step = "";

	ExchangeState(long deadline) {
		this.deadline = deadline;
	}

	/** Return the time of {@code nanoTime} at which the exchange is aborted. */
	long deadline() {
		return this.deadline;
	}

	/** Pause the deadline while the caller does not wait for the server. */
	void pause() {
		this.paused = true;
	}

	/** Set the deadline for the next bytes of the server. */
	void resume(long deadline) {
		this.deadline = deadline;
		this.paused = false;
	}

	/** Return whether no deadline applies now. */
	boolean isPaused() {
		return this.paused;
	}

	/**
	 * End the exchange, unless it has ended before, and abort it unless it is complete.
	 * @param outcome the reason
	 * @return whether the exchange ended for this reason
	 */
	boolean end(Outcome outcome) {
		boolean ended = this.outcome.compareAndSet(null, outcome);
		// Repeated, because a thread that ended the exchange before may have failed here.
		abortIfFailed();
		return ended;
	}

	/**
	 * Set the connection of the exchange, which replaces one that was closed. If the
	 * exchange was aborted before, the connection is closed immediately.
	 */
	void use(Connection connection) {
		this.connection = connection;
		abortIfFailed();
	}

	/**
	 * Set the task for which the exchange waits. If the exchange was aborted before, the
	 * task is canceled immediately.
	 */
	void waitFor(Future<?> task) {
		this.task = task;
		abortIfFailed();
	}

	/**
	 * Begin a step of opening the connection.
	 * @param step what is done, as in "while ..."; empty if the connection is open
	 */
	void begin(String step) {
		this.step = step;
	}

	/** Return the current step of opening the connection; empty if there is none. */
	String step() {
		return this.step;
	}

	/** Return the reason why the exchange ended, or null if it has not. */
	@Nullable Outcome outcome() {
		return this.outcome.get();
	}

	private void abortIfFailed() {
		Outcome outcome = this.outcome.get();
		if (outcome == null || outcome == Outcome.COMPLETED) {
			return;
		}
		Connection connection = this.connection;
		if (connection != null) {
			connection.abort();
		}
		Future<?> task = this.task;
		if (task != null) {
			task.cancel(true);
		}
	}

	enum Outcome {

		/** The complete response was read. */
		COMPLETED,

		/** The deadline passed. */
		TIMED_OUT,

		/** The thread of the caller was interrupted. */
		INTERRUPTED,

		/** The transport was closed. */
		CLOSED,

		/** Connecting, sending or receiving failed. */
		FAILED

	}

}
