package io.github.connectapi.session;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;

/**
 * A session and how old it is. Immutable. Its age was {@code ageNanos} at the moment
 * {@code base}; for the following {@code lengthMillis}, at most a second, it may be
 * handed out without looking at more than the wall clock. After that, or when the wall
 * clock jumps in either direction, the age is reckoned anew from both clocks: it never
 * shrinks.
 */
record Lease(ConnectSession session, ConnectCredentials credentials, int generation, long dueNanos, long usableNanos,
		Moment base, long ageNanos, long baseMillis, long lengthMillis) {

	private static final long LONGEST_MILLIS = 1000;

	/**
	 * A lease on a session that was just acquired.
	 * @param due the age at which its renewal is due, in nanoseconds
	 * @param usable the age up to which it is handed out, in nanoseconds
	 */
	static Lease of(Acquired acquired, ConnectCredentials credentials, int generation, long due, long usable) {
		return starting(acquired.session(), credentials, generation, due, usable, acquired.sent(), 0);
	}

	private static Lease starting(ConnectSession session, ConnectCredentials credentials, int generation, long due,
			long usable, Moment base, long age) {
		long length = Math.min(LONGEST_MILLIS, TimeUnit.NANOSECONDS.toMillis(Math.max(0, usable - age)));
		return new Lease(session, credentials, generation, due, usable, base, age, base.millis(), length);
	}

	/** One comparison that is false before the base, too. */
	boolean covers(long wallMillis) {
		return Long.compareUnsigned(wallMillis - this.baseMillis, this.lengthMillis) < 0;
	}

	/** The same session, leased from this moment. */
	Lease from(Moment now) {
		return starting(this.session, this.credentials, this.generation, this.dueNanos, this.usableNanos, now,
				age(now));
	}

	long age(Moment now) {
		long age = this.ageNanos + now.since(this.base);
		return (age < 0) ? Long.MAX_VALUE : age;
	}

	boolean isUsable(Moment now) {
		return age(now) < this.usableNanos;
	}

	/** Whether that it is no longer usable was seen when its age was last reckoned. */
	boolean hasEnded() {
		return this.ageNanos >= this.usableNanos;
	}

	boolean isDue(Moment now) {
		return age(now) >= this.dueNanos;
	}

	/** Whether the server would renew it: not expired, of the same system and user. */
	boolean isRenewable(Moment now, ConnectCredentials current) {
		return this.session.secureToken().isPresent() && remaining(now) > 0 && this.credentials.equals(current);
	}

	/** Whether a renewal sent at that moment is of the same account and expires later. */
	boolean isExtendedBy(ConnectSession renewed, Moment sent) {
		Optional<String> account = renewed.accountId();
		boolean sameAccount = account.isEmpty() || this.session.accountId().isEmpty()
				|| account.equals(this.session.accountId());
		return sameAccount && renewed.lifetime().toNanos() > remaining(sent);
	}

	private long remaining(Moment now) {
		return this.session.lifetime().toNanos() - age(now);
	}

}
