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
record CachedSession(ConnectSession session, ConnectCredentials credentials, int generation, long dueNanos,
		long usableNanos, ClockReading base, long ageNanos, long baseMillis, long lengthMillis) {

	private static final long MAX_MILLIS = 1000;

	/**
	 * A lease on a session that was just acquired.
	 * @param due the age at which its renewal is due, in nanoseconds
	 * @param usable the age up to which it is handed out, in nanoseconds
	 */
	static CachedSession of(Acquired acquired, ConnectCredentials credentials, int generation, long due, long usable) {
		return starting(acquired.session(), credentials, generation, due, usable, acquired.sent(), 0);
	}

	private static CachedSession starting(ConnectSession session, ConnectCredentials credentials, int generation,
			long due, long usable, ClockReading base, long age) {
		long length = Math.min(MAX_MILLIS, TimeUnit.NANOSECONDS.toMillis(Math.max(0, usable - age)));
		return new CachedSession(session, credentials, generation, due, usable, base, age, base.millis(), length);
	}

	/** One comparison that is false before the base, too. */
	boolean covers(long wallMillis) {
		return Long.compareUnsigned(wallMillis - this.baseMillis, this.lengthMillis) < 0;
	}

	/** The same session, leased from this moment. */
	CachedSession from(ClockReading now) {
		return starting(this.session, this.credentials, this.generation, this.dueNanos, this.usableNanos, now,
				age(now));
	}

	long age(ClockReading now) {
		long age = this.ageNanos + now.since(this.base);
		return (age < 0) ? Long.MAX_VALUE : age;
	}

	boolean isUsable(ClockReading now) {
		return age(now) < this.usableNanos;
	}

	/** Whether that it is no longer usable was seen when its age was last reckoned. */
	boolean hasEnded() {
		return this.ageNanos >= this.usableNanos;
	}

	boolean isDue(ClockReading now) {
		return age(now) >= this.dueNanos;
	}

	/** Whether the server would renew it: not expired, of the same system and user. */
	boolean isRenewable(ClockReading now, ConnectCredentials current) {
		return this.session.secureToken().isPresent() && remaining(now) > 0 && this.credentials.equals(current);
	}

	/** Whether a renewal sent at that moment is of the same account and expires later. */
	boolean isExtendedBy(ConnectSession renewed, ClockReading sent) {
		Optional<String> account = renewed.accountId();
		boolean sameAccount = account.isEmpty() || this.session.accountId().isEmpty()
				|| account.equals(this.session.accountId());
		return sameAccount && renewed.lifetime().toNanos() > remaining(sent);
	}

	private long remaining(ClockReading now) {
		return this.session.lifetime().toNanos() - age(now);
	}

}
