package io.github.connectapi.store;

import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

import io.github.connectapi.ErrorSuppressingLog;

/**
 * Whether a store responds, for all sessions of this instance that are in it. Logs each
 * change. Thread-safe.
 */
final class StoreHealth {

	private static final ErrorSuppressingLog logger = ErrorSuppressingLog.of(SessionStore.class);

	private static final String UNKNOWN_REASON = "check the address, the login and the state of the store";

	/** Whether the store did not respond the last time. */
	private volatile boolean failed;

	/** Whether the store could not be written the last time. */
	private volatile boolean readOnly;

	boolean hasFailed() {
		return this.failed;
	}

	boolean isReadOnly() {
		return this.readOnly;
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

	/** Log a change. The message of the failure may contain a password. */
	private void setFailure(StoredRecord result) {
		Throwable failure = result.cause().orElse(null);
		// An interrupt ends an acquisition, which says nothing about the store.
		boolean changed = !(failure instanceof InterruptedException) && this.failed != (failure != null);
		if (changed) {
			change(result, failure);
		}
	}

	private synchronized void change(StoredRecord result, @Nullable Throwable failure) {
		if (failure != null && !this.failed) {
			logger.warn(LogMessage.format("Connect session store does not respond: error=%s, reason=\"%s\"",
					failure.getClass().getName(), result.remedy().orElse(UNKNOWN_REASON)));
		}
		else if (failure == null && this.failed) {
			logger.info("Connect session store responds again");
		}
		this.failed = failure != null;
	}

}
