package io.github.connectapi.store;

import java.util.function.LongSupplier;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.store.SharedSession.Acquired;

/**
 * The record of one set of credentials, and what this instance knows about it.
 * Thread-safe.
 */
final class Membership {

	final SharedRecordStore record;

	final SharedKnowledge knowledge;

	final StoreHealth health;

	private final LongSupplier nanos;

	Membership(SharedRecordStore record, SharedKnowledge knowledge, StoreHealth health, LongSupplier nanos) {
		this.record = record;
		this.knowledge = knowledge;
		this.health = health;
		this.nanos = nanos;
	}

	/** Use the session in the store. */
	Acquired adopt(StoredRecord seen) {
		ConnectSession session = seen.content().session();
		if (session == null) {
			throw new IllegalStateException("A record without a session cannot be adopted");
		}
		long issuedNanos = Math.min(this.nanos.getAsLong(), seen.nanosAt(seen.content().issuedMillis()));
		this.knowledge.adopt(seen.content(), session, issuedNanos);
		return new Acquired(session, false, true, issuedNanos);
	}

	/** Find out whether the store can be written again. */
	void checkWritable(StoredRecord seen) {
		if (this.health.isReadOnly()) {
			StoredRecord claimed = this.record.claim(seen);
			this.health.setWritten(claimed);
			if (claimed.isWon()) {
				this.record.release();
			}
		}
	}

	/**
	 * Execute an operation of the store though this thread is interrupted. A manager that
	 * is closed or suspended during a login must not leave its claim.
	 */
	static void uninterrupted(Runnable operation) {
		boolean interrupted = Thread.interrupted();
		try {
			operation.run();
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
