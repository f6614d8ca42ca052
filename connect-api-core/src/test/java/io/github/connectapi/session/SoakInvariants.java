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
 * Records the events of one manager and checks its invariants. Knows the time that really
 * passed, and for each session the maximum age according to the clocks of the machine.
 */
final class SoakInvariants {

	private static final int MAX_EVENTS = 40;

	/** The resolution of the timestamps of failures. */
	private static final long MILLISECOND = 1_000_000;

	private final SoakEnvironment environment;

	private final Deque<String> events = new ArrayDeque<>();

	private int exchanges;

	private int activeRequests;

	private int generation;

	private long requestTrueNanos;

	private long requestMaxNanos;

	private long sessionTrueNanos;

	private long sessionMaxNanos;

	/** The sum of all forward steps of the wall clock. */
	private long forwardSteps;

	private boolean mayBeInvalid = true;

	private final Set<String> revoked = new HashSet<>();

	private @Nullable LastFailure failure;

	private long failedAtNanos;

	private boolean validAtFailure;

	private boolean attemptAllowed;

	private @Nullable Duration retryAfter;

	private int rejections;

	private @Nullable Long acceptedNanos;

	private @Nullable AssertionError violation;

	SoakInvariants(SoakEnvironment environment) {
		this.environment = environment;
	}

	void record(String event) {
		this.events.add(event);
		if (this.events.size() > MAX_EVENTS) {
			this.events.remove();
		}
	}

	int exchanges() {
		return this.exchanges;
	}

	void recordForwardStep(Duration step) {
		this.forwardSteps += step.toNanos();
	}

	/** Must be called before a request is sent. */
	void beforeRequest(ConnectSessionManager manager, String path) {
		observe(manager.snapshot());
		this.activeRequests++;
		this.exchanges++;
		// Two acquisitions may have been abandoned at their deadline, and still run.
		check(this.activeRequests <= 3, "more than three requests at once");
		check(manager.snapshot().state() != State.CLOSED, "a request after close");
		if (this.failure != null && !this.attemptAllowed) {
			long waited = nanos() - this.failedAtNanos;
			boolean ending = maxAge() >= this.environment.usable().minusSeconds(1).toNanos();
			boolean ended = this.validAtFailure && (ending || manager.snapshot().state() != State.VALID);
			boolean limited = ended && this.retryAfter == null && !this.failure.credentialsRejected();
			long minDelay = limited ? 0 : minDelay(this.failure);
			check(waited >= minDelay - MILLISECOND, "a request " + Duration.ofNanos(waited) + " after failure "
					+ this.failure.consecutiveFailures() + ", not " + Duration.ofNanos(minDelay));
		}
		// Further requests of the same acquisition are retries, or a login after a
		// rejection.
		this.attemptAllowed = true;
		this.retryAfter = null;
		this.requestTrueNanos = this.environment.trueNanos();
		this.requestMaxNanos = maxNanos();
		record("-> " + path);
	}

	/**
	 * Must be called after a response or an error. The Retry-After of a response after
	 * the deadline is ignored.
	 */
	void afterRequest(ConnectSessionManager manager, String outcome, @Nullable Duration retryAfter) {
		observe(manager.snapshot());
		this.activeRequests--;
		this.retryAfter = this.attemptAllowed ? retryAfter : null;
		record("<- " + outcome);
	}

	/** Detect new sessions and failures since the last call. */
	void observe(ConnectSessionSnapshot snapshot) {
		if (snapshot.generation() != this.generation) {
			this.generation = snapshot.generation();
			this.sessionTrueNanos = this.requestTrueNanos;
			this.sessionMaxNanos = this.requestMaxNanos;
			this.mayBeInvalid = false;
			this.rejections = 0;
		}
		LastFailure last = snapshot.lastFailure();
		boolean another = last != null && (this.failure == null || !last.at().equals(this.failure.at())
				|| last.consecutiveFailures() != this.failure.consecutiveFailures());
		if (another) {
			long since = Duration.between(last.at(), this.environment.time.clock().instant()).toNanos();
			this.failedAtNanos = nanos() - since;
			this.validAtFailure = !this.mayBeInvalid && this.environment.trueNanos() - since
					- this.sessionTrueNanos < this.environment.usable().toNanos();
			this.attemptAllowed = false;
			this.rejections += last.credentialsRejected() ? 1 : 0;
		}
		this.failure = last;
	}

	/** Check the session that a caller got; null if it got none. */
	void returned(@Nullable ConnectSession session, ConnectSessionManager manager) {
		ConnectSessionSnapshot snapshot = manager.snapshot();
		observe(snapshot);
		long age = this.environment.trueNanos() - this.sessionTrueNanos;
		if (session == null) {
			check(this.mayBeInvalid || maxAge() >= this.environment.usable().minusSeconds(1).toNanos(),
					"no session although there is a valid session, " + Duration.ofNanos(maxAge()) + " old");
			return;
		}
		check(snapshot.state() != State.CLOSED, "a session after close");
		check(age < this.environment.usable().plusSeconds(1).toNanos(), "a session " + Duration.ofNanos(age) + " old");
		String token = session.token().reveal();
		check(this.revoked.contains(token) || this.environment.server.accepts(token),
				"a session that the server rejects");
	}

	void revoked(ConnectSession session) {
		this.revoked.add(session.token().reveal());
	}

	/** Must be called before the report, because it may cause a login at once. */
	Report startReport(boolean current) {
		record("report of the " + (current ? "last" : "previous"));
		Report report = new Report(current, nanos(), this.mayBeInvalid);
		this.mayBeInvalid = true;
		return report;
	}

	void endReport(Report report, boolean accepted) {
		record("accepted: " + accepted);
		if (!accepted) {
			this.mayBeInvalid = report.wasInvalid();
			return;
		}
		check(report.current(), "a report about another session was accepted");
		check(this.acceptedNanos == null || report.atNanos() - this.acceptedNanos >= Duration.ofMinutes(1).toNanos(),
				"two reports accepted within a minute");
		this.acceptedNanos = report.atNanos();
	}

	/** A reset or other credentials end the back-off. */
	void allowAttempt() {
		this.attemptAllowed = true;
		this.rejections = 0;
	}

	void reset() {
		allowAttempt();
		this.acceptedNanos = null;
	}

	void closed() {
		this.mayBeInvalid = true;
	}

	void reopened() {
		this.generation = 0;
		this.failure = null;
		reset();
	}

	void check(boolean condition, String violation) {
		if (!condition && this.violation == null) {
			this.violation = new AssertionError(violation + "; previous events: " + String.join(", ", this.events));
		}
		assertNoViolation();
	}

	/**
	 * Throw the violation again, because the manager handles an error in an exchange as a
	 * failure.
	 */
	void assertNoViolation() {
		if (this.violation != null) {
			throw this.violation;
		}
	}

	private long minDelay(LastFailure last) {
		double seconds = last.credentialsRejected()
				? Math.min(3600, 120 * Math.pow(3, Math.max(0, this.rejections - 1)))
				: Math.min(60, 0.75 * Math.pow(2, last.consecutiveFailures() - 1)) * 0.8;
		long delay = (long) (seconds * 1e9);
		return (this.retryAfter != null) ? Math.max(delay, this.retryAfter.toNanos()) : delay;
	}

	/** Return the maximum age of the session according to the clocks. */
	private long maxAge() {
		return maxNanos() - this.sessionMaxNanos;
	}

	private long maxNanos() {
		return this.environment.trueNanos() + this.forwardSteps;
	}

	private long nanos() {
		return this.environment.time.nanos().getAsLong();
	}

	/**
	 * A report of a rejected token.
	 */
	record Report(boolean current, long atNanos, boolean wasInvalid) {
	}

}
