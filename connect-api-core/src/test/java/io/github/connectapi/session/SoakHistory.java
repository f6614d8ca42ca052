package io.github.connectapi.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.session.ConnectSessionSnapshot.LastFailure;
import io.github.connectapi.session.ConnectSessionSnapshot.State;

/**
 * What happened to one manager, and whether it was allowed. Knows the time that really
 * passed, and for each session the most that the machine's clocks can make of it.
 */
final class SoakHistory {

	private static final int TOLD = 40;

	/** Failures are dated by the wall clock's milliseconds. */
	private static final long MILLI = 1_000_000;

	private final SoakWorld world;

	private final Deque<String> events = new ArrayDeque<>();

	private int exchanges;

	private int inFlight;

	private int generation;

	private long requestTrue;

	private long requestReckoned;

	private long bornTrue;

	private long bornReckoned;

	/** The true time plus all steps of the wall clock ahead. */
	private long stepsAhead;

	private boolean mayBeGone = true;

	private final Set<String> revoked = new HashSet<>();

	private @Nullable LastFailure failure;

	private long failedAtNanos;

	private boolean validAtFailure;

	private boolean excused;

	private @Nullable Duration retryAfter;

	private int rejections;

	private @Nullable Long acceptedAtNanos;

	private @Nullable AssertionError violation;

	SoakHistory(SoakWorld world) {
		this.world = world;
	}

	void happened(String event) {
		this.events.add(event);
		if (this.events.size() > TOLD) {
			this.events.remove();
		}
	}

	int exchanges() {
		return this.exchanges;
	}

	void steppedAhead(Duration step) {
		this.stepsAhead += step.toNanos();
	}

	/** Before a request leaves. */
	void departs(ConnectSessionManager manager, String path) {
		observe(manager.snapshot());
		this.inFlight++;
		this.exchanges++;
		check(this.inFlight == 1, "two requests at once");
		check(manager.snapshot().state() != State.CLOSED, "a request after close");
		if (this.failure != null && !this.excused) {
			long waited = nanos() - this.failedAtNanos;
			boolean ending = reckonedAge() >= this.world.usable().minusSeconds(1).toNanos();
			boolean ended = this.validAtFailure && (ending || manager.snapshot().state() != State.VALID);
			boolean capped = ended && this.retryAfter == null && !this.failure.credentialsRejected();
			long least = capped ? 0 : leastPause(this.failure);
			check(waited >= least - MILLI, "a request " + Duration.ofNanos(waited) + " after failure "
					+ this.failure.consecutiveFailures() + ", not " + Duration.ofNanos(least));
		}
		// What follows in the same acquisition is a retry, or the login after a refusal.
		this.excused = true;
		this.retryAfter = null;
		this.requestTrue = this.world.trueNanos();
		this.requestReckoned = reckoned();
		happened("-> " + path);
	}

	/**
	 * What comes after the deadline comes to nobody, nor does how long it asks to wait.
	 */
	void returned(ConnectSessionManager manager, String outcome, @Nullable Duration retryAfter) {
		observe(manager.snapshot());
		this.inFlight--;
		this.retryAfter = this.excused ? retryAfter : null;
		happened("<- " + outcome);
	}

	/** Notices sessions and failures that are new since it was last called. */
	void observe(ConnectSessionSnapshot snapshot) {
		if (snapshot.generation() != this.generation) {
			this.generation = snapshot.generation();
			this.bornTrue = this.requestTrue;
			this.bornReckoned = this.requestReckoned;
			this.mayBeGone = false;
			this.rejections = 0;
		}
		LastFailure last = snapshot.lastFailure();
		boolean another = last != null && (this.failure == null || !last.at().equals(this.failure.at())
				|| last.consecutiveFailures() != this.failure.consecutiveFailures());
		if (another) {
			long since = Duration.between(last.at(), this.world.time.clock().instant()).toNanos();
			this.failedAtNanos = nanos() - since;
			this.validAtFailure = !this.mayBeGone
					&& this.world.trueNanos() - since - this.bornTrue < this.world.usable().toNanos();
			this.excused = false;
			this.rejections += last.credentialsRejected() ? 1 : 0;
		}
		this.failure = last;
	}

	/** What a caller got; null if it was told that there is none. */
	void served(@Nullable ConnectSession session, ConnectSessionManager manager) {
		ConnectSessionSnapshot snapshot = manager.snapshot();
		observe(snapshot);
		long age = this.world.trueNanos() - this.bornTrue;
		if (session == null) {
			check(this.mayBeGone || reckonedAge() >= this.world.usable().minusSeconds(1).toNanos(),
					"no session although there is a valid one, " + Duration.ofNanos(reckonedAge()) + " old");
			return;
		}
		check(snapshot.state() != State.CLOSED, "a session after close");
		check(age < this.world.usable().plusSeconds(1).toNanos(), "a session " + Duration.ofNanos(age) + " old");
		String token = session.token().reveal();
		check(this.revoked.contains(token) || this.world.server.accepts(token), "a session that the server refuses");
	}

	void revoked(ConnectSession session) {
		this.revoked.add(session.token().reveal());
	}

	/** Before the answer, because the login that a report causes is over by then. */
	Report reports(boolean current) {
		happened("report of the " + (current ? "last" : "previous"));
		Report report = new Report(current, nanos(), this.mayBeGone);
		this.mayBeGone = true;
		return report;
	}

	void answered(Report report, boolean accepted) {
		happened("accepted: " + accepted);
		if (!accepted) {
			this.mayBeGone = report.wasGone();
			return;
		}
		check(report.current(), "a report about another session was accepted");
		check(this.acceptedAtNanos == null
				|| report.atNanos() - this.acceptedAtNanos >= Duration.ofMinutes(1).toNanos(),
				"two reports accepted within a minute");
		this.acceptedAtNanos = report.atNanos();
	}

	/** A person, or other credentials, end what was held back. */
	void excuse() {
		this.excused = true;
		this.rejections = 0;
	}

	void reset() {
		excuse();
		this.acceptedAtNanos = null;
	}

	void closed() {
		this.mayBeGone = true;
	}

	void reopened() {
		this.generation = 0;
		this.failure = null;
		reset();
	}

	void check(boolean holds, String violation) {
		if (!holds && this.violation == null) {
			this.violation = new AssertionError(violation + "; before that: " + String.join(", ", this.events));
		}
		assertNoViolation();
	}

	/**
	 * Once more, because the manager takes what is thrown in an exchange for a failure.
	 */
	void assertNoViolation() {
		if (this.violation != null) {
			throw this.violation;
		}
	}

	private long leastPause(LastFailure last) {
		double seconds = last.credentialsRejected()
				? Math.min(3600, 120 * Math.pow(3, Math.max(0, this.rejections - 1)))
				: Math.min(60, 0.75 * Math.pow(2, last.consecutiveFailures() - 1)) * 0.8;
		long pause = (long) (seconds * 1e9);
		return (this.retryAfter != null) ? Math.max(pause, this.retryAfter.toNanos()) : pause;
	}

	/** The most that the machine's clocks make of the session's age. */
	private long reckonedAge() {
		return reckoned() - this.bornReckoned;
	}

	private long reckoned() {
		return this.world.trueNanos() + this.stepsAhead;
	}

	private long nanos() {
		return this.world.time.nanos().getAsLong();
	}

	/**
	 * A report of a rejected token, and whether the session may have been gone before.
	 */
	record Report(boolean current, long atNanos, boolean wasGone) {
	}

}
