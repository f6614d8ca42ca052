package io.github.connectapi.transport;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * State of one exchange. The reason why an exchange ended is recorded once, before its
 * connection is closed, so it is never derived from the exception that follows.
 */
final class ExchangeState {

	private final AtomicReference<@Nullable Outcome> outcome = new AtomicReference<>();

	private volatile @Nullable Runnable abortAction;

	/**
	 * End the exchange, unless it has ended before, and abort it unless it is complete.
	 * @param outcome the reason
	 * @return whether the exchange ended for this reason
	 */
	boolean end(Outcome outcome) {
		if (!this.outcome.compareAndSet(null, outcome)) {
			return false;
		}
		if (outcome != Outcome.COMPLETED) {
			abort();
		}
		return true;
	}

	/**
	 * Set the action that aborts the exchange. It replaces an earlier action, and it may
	 * run twice. If the exchange was aborted before, it runs immediately.
	 * @param action the action
	 */
	void onAbort(Runnable action) {
		this.abortAction = action;
		Outcome outcome = this.outcome.get();
		if (outcome != null && outcome != Outcome.COMPLETED) {
			abort();
		}
	}

	/** Return the reason why the exchange ended, or null if it has not. */
	@Nullable Outcome outcome() {
		return this.outcome.get();
	}

	private void abort() {
		Runnable action = this.abortAction;
		if (action != null) {
			action.run();
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
