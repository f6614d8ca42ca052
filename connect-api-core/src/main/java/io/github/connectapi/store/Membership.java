package io.github.connectapi.store;

import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ErrorSuppressingLog;
import io.github.connectapi.store.SharedSession.Acquired;

/**
 * The record of one set of credentials, and what this instance knows about it.
 * Thread-safe.
 */
final class Membership {

	private static final ErrorSuppressingLog logger = ErrorSuppressingLog.of(SessionStore.class);

	private static final String UNKNOWN_REASON = "check the address, the login and the state of the store";

	final ConnectCredentials credentials;

	final SharedRecordStore record;

	final SharedKnowledge knowledge = new SharedKnowledge();

	private final LongSupplier nanos;

	/** Whether the store did not respond the last time. */
	private volatile boolean failed;

	/** Whether the store could not be written the last time. */
	private volatile boolean readOnly;

	Membership(ConnectCredentials credentials, SharedRecordStore record, LongSupplier nanos) {
		this.credentials = credentials;
		this.record = record;
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

	boolean hasFailed() {
		return this.failed;
	}

	/** Reading does not show that a store can be written, for instance a replica. */
	void setRead(StoredRecord read) {
		if (!read.isResponse() || !this.readOnly) {
			setFailure(read);
		}
	}

	void setWritten(StoredRecord written) {
		Throwable cause = written.cause().orElse(null);
		if (cause instanceof InterruptedException) {
			return;
		}
		if (written.isWon() || cause != null) {
			this.readOnly = cause != null;
			setFailure(written);
		}
	}

	/** Find out whether the store can be written again. */
	void checkWritable(StoredRecord seen) {
		if (this.readOnly) {
			StoredRecord claimed = this.record.claim(seen);
			setWritten(claimed);
			if (claimed.isWon()) {
				this.record.release();
			}
		}
	}

	/** Log a change. The message of the failure may contain a password. */
	private synchronized void setFailure(StoredRecord result) {
		Throwable failure = result.cause().orElse(null);
		if (failure instanceof InterruptedException) {
			// The manager is closed or suspended, which says nothing about the store.
			return;
		}
		if (failure != null && !this.failed) {
			logger.warn(LogMessage.format("Connect session store does not respond: error=%s, reason=\"%s\"",
					failure.getClass().getName(), result.remedy().orElse(UNKNOWN_REASON)));
		}
		else if (failure == null && this.failed) {
			logger.info("Connect session store responds again");
		}
		this.failed = failure != null;
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
