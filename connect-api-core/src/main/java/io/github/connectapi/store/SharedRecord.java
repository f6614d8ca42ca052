package io.github.connectapi.store;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectSession;

/**
 * Content of a record: the session that instances share, and what they know about failed
 * acquisitions. All times are those of the store, in milliseconds since the epoch; 0 if
 * there is none. Immutable.
 *
 * @param generation the number of the session
 * @param issuedMillis the time at which the request for the session was sent
 * @param session the session; null if there is none
 * @param failures the number of failed acquisitions since the last success
 * @param rejections the number of those in which the credentials were rejected
 * @param rejected whether the last failure is such a rejection
 * @param backoffUntilMillis the time until which no instance acquires a session
 * @param attempts the number of acquisitions that were begun and have no result
 * @param attemptMillis the time at which the last of them was begun
 * @param reportMillis the time of the last report of a rejected token that led to an
 * acquisition
 * @param operation the operation that failed last; null if there is none
 * @param code the code of its failure; null if there is none
 */
record SharedRecord(long generation, long issuedMillis, @Nullable ConnectSession session, int failures, int rejections,
		boolean rejected, long backoffUntilMillis, int attempts, long attemptMillis, long reportMillis,
		@Nullable String operation, @Nullable String code) {

	/** The record of instances that have not acquired a session yet. */
	static final SharedRecord EMPTY = new SharedRecord(0, 0, null, 0, 0, false, 0, 0, 0, 0, null, null);

	/**
	 * Return whether the session is of a higher generation, or was issued later. Of two
	 * sessions that were issued at the same time, all instances choose the same.
	 */
	boolean isLaterThan(SharedRecord other) {
		if (this.generation != other.generation) {
			return this.generation > other.generation;
		}
		if (this.issuedMillis != other.issuedMillis || this.session == null || other.session == null) {
			return this.issuedMillis > other.issuedMillis;
		}
		return this.session.token().reveal().compareTo(other.session.token().reveal()) > 0;
	}

	boolean hasSameToken(SharedRecord other) {
		return this.session != null && other.session != null && this.session.token().equals(other.session.token());
	}

	/** An acquisition begins. It counts as a failure if it is never concluded. */
	SharedRecord begun(long nowMillis) {
		return new SharedRecord(this.generation, this.issuedMillis, this.session, this.failures, this.rejections,
				this.rejected, this.backoffUntilMillis, this.attempts + 1, nowMillis, this.reportMillis, this.operation,
				this.code);
	}

	/** The acquisition failed for a reason of this instance alone. */
	SharedRecord concluded() {
		return new SharedRecord(this.generation, this.issuedMillis, this.session, this.failures, this.rejections,
				this.rejected, this.backoffUntilMillis, 0, 0, this.reportMillis, this.operation, this.code);
	}

	/** The acquisition failed because of a response of the server. */
	SharedRecord failed(ConnectApiException failure, long backoffUntilMillis) {
		boolean isRejection = failure instanceof ConnectCredentialsRejectedException;
		return new SharedRecord(this.generation, this.issuedMillis, this.session, this.failures + 1,
				this.rejections + (isRejection ? 1 : 0), isRejection, backoffUntilMillis, 0, 0, this.reportMillis,
				failure.operation().orElse(null), failure.code().orElse(null));
	}

	SharedRecord acquired(ConnectSession session, long issuedMillis) {
		return new SharedRecord(this.generation + 1, issuedMillis, session, 0, 0, false, 0, 0, 0, this.reportMillis,
				null, null);
	}

	SharedRecord withReport(long reportMillis) {
		return new SharedRecord(this.generation, this.issuedMillis, this.session, this.failures, this.rejections,
				this.rejected, this.backoffUntilMillis, this.attempts, this.attemptMillis, reportMillis, this.operation,
				this.code);
	}

	SharedRecord withoutSession() {
		return new SharedRecord(this.generation, this.issuedMillis, null, this.failures, this.rejections, this.rejected,
				this.backoffUntilMillis, this.attempts, this.attemptMillis, this.reportMillis, this.operation,
				this.code);
	}

	/** Replace the session. What is known of failures remains if it is the same one. */
	SharedRecord withSession(long generation, long issuedMillis, ConnectSession session) {
		SharedRecord failures = (this.generation == generation) ? this : EMPTY;
		return new SharedRecord(generation, issuedMillis, session, failures.failures, failures.rejections,
				failures.rejected, failures.backoffUntilMillis, failures.attempts, failures.attemptMillis,
				this.reportMillis, failures.operation, failures.code);
	}

}
