package io.github.connectapi.store;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Extends a claim while its owner requests a session, but not beyond the deadline: a
 * login that hangs must not keep other instances waiting.
 */
final class ClaimKeeper {

	private static final Duration INTERVAL = Duration.ofMillis(1700);

	private final SharedRecordStore claimed;

	private final StoredRecord written;

	private final long deadlineNanos;

	private final ScheduledExecutorService timer;

	private final LongSupplier nanos;

	private @Nullable Future<?> next;

	private boolean closed;

	/** Whether a request was not sent, because another instance uses the record. */
	private volatile boolean givenUp;

	ClaimKeeper(SharedRecordStore claimed, StoredRecord written, long deadlineNanos, ScheduledExecutorService timer,
			LongSupplier nanos) {
		this.claimed = claimed;
		this.written = written;
		this.deadlineNanos = deadlineNanos;
		this.timer = timer;
		this.nanos = nanos;
	}

	<T> T keepDuring(Supplier<T> task) {
		schedule();
		try {
			return task.get();
		}
		finally {
			close();
		}
	}

	private synchronized void schedule() {
		if (this.closed || this.nanos.getAsLong() + INTERVAL.toNanos() - this.deadlineNanos >= 0) {
			return;
		}
		try {
			this.next = this.timer.schedule(this::extend, INTERVAL.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (RejectedExecutionException | Error ex) {
			// Without its claim, the owner may lose the record to another instance.
			this.next = null;
		}
	}

	private void extend() {
		if (this.claimed.extend(this.written)) {
			schedule();
		}
	}

	/**
	 * Return whether another request may be sent. An instance that was stopped for a
	 * while notices here that another one has continued.
	 */
	boolean mayRepeat() {
		boolean extended = this.claimed.extend(this.written);
		this.givenUp = !extended;
		return extended;
	}

	boolean isGivenUp() {
		return this.givenUp;
	}

	private synchronized void close() {
		this.closed = true;
		if (this.next != null) {
			this.next.cancel(false);
		}
	}

}
