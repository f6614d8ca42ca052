package io.github.connectapi.session;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.session.SessionOwner.CredentialsIdentity;

/**
 * A session and its age. Immutable. The age was {@code ageNanos} at {@code readAt}. For
 * the following {@code freshMillis}, at most a second, the session is fresh: a reader
 * needs only the wall clock to use it. After that, or if the wall clock jumps in either
 * direction, the age is computed from both clocks. It never decreases. Exception: a jump
 * back within the fresh second is not detected, so the session may be fresh for up to a
 * second longer.
 *
 * @param session the session
 * @param credentials the identity of the credentials with which it was acquired
 * @param generation the number of the session
 * @param renewalAgeNanos the age at which renewal is due
 * @param urgentAgeNanos the age at which a renewal must not wait
 * @param maxAgeNanos the age up to which the session is used
 * @param readAt the time at which the age was computed
 * @param ageNanos the age at that time
 * @param readAtMillis the wall clock at that time, as a field of its own for fast reads
 * @param freshMillis how long the session is fresh from then on
 */
record CachedSession(ConnectSession session, CredentialsIdentity credentials, int generation, long renewalAgeNanos,
		long urgentAgeNanos, long maxAgeNanos, ClockReading readAt, long ageNanos, long readAtMillis,
		long freshMillis) implements SessionStateMachine.Lookup {

	private static final long MAX_FRESH_MILLIS = 1000;

	static CachedSession of(SessionAcquirer.Result acquired, CredentialsIdentity credentials, int generation,
			long renewalAgeNanos, long maxAgeNanos) {
		return of(acquired.session(), credentials, generation, renewalAgeNanos,
				renewalAgeNanos + (maxAgeNanos - renewalAgeNanos) / 2, maxAgeNanos, acquired.sentAt(), 0);
	}

	private static CachedSession of(ConnectSession session, CredentialsIdentity credentials, int generation,
			long renewalAgeNanos, long urgentAgeNanos, long maxAgeNanos, ClockReading readAt, long age) {
		long fresh = Math.min(MAX_FRESH_MILLIS, TimeUnit.NANOSECONDS.toMillis(Math.max(0, maxAgeNanos - age)));
		return new CachedSession(session, credentials, generation, renewalAgeNanos, urgentAgeNanos, maxAgeNanos, readAt,
				age, readAt.millis(), fresh);
	}

	@Override
	public <T> T map(Function<ConnectSession, T> whenCached, Function<PendingAcquisition, T> whenPending) {
		return whenCached.apply(this.session);
	}

	// The unsigned comparison is also false for a time before the reading.
	boolean isFresh(long wallMillis) {
		return Long.compareUnsigned(wallMillis - this.readAtMillis, this.freshMillis) < 0;
	}

	CachedSession withAge(ClockReading now) {
		return of(this.session, this.credentials, this.generation, this.renewalAgeNanos, this.urgentAgeNanos,
				this.maxAgeNanos, now, age(now));
	}

	/** Return a copy whose renewal is due later, but not later than it is urgent. */
	CachedSession withRenewalAfter(Duration delay, ClockReading now) {
		long age = age(now);
		long renewalAge = Math.min(Math.max(this.renewalAgeNanos, age + delay.toNanos()), this.urgentAgeNanos);
		return of(this.session, this.credentials, this.generation, renewalAge, this.urgentAgeNanos, this.maxAgeNanos,
				now, age);
	}

	long age(ClockReading now) {
		long age = this.ageNanos + now.since(this.readAt);
		return (age < 0) ? Long.MAX_VALUE : age;
	}

	boolean isUsable(ClockReading now) {
		return age(now) < this.maxAgeNanos;
	}

	/** Return whether the session was unusable when its age was last computed. */
	boolean hasEnded() {
		return this.ageNanos >= this.maxAgeNanos;
	}

	/** Return whether a renewal must not wait, because half of its time has passed. */
	boolean isUrgent(ClockReading now) {
		return age(now) >= this.urgentAgeNanos;
	}

	boolean isRenewalDue(ClockReading now) {
		return age(now) >= this.renewalAgeNanos;
	}

	/**
	 * Return whether the server can renew it: same system and user, and not expired,
	 * unless it has a refresh token.
	 */
	boolean isRenewable(ClockReading now, ConnectCredentials current) {
		if (current.isOAuth2()) {
			return this.session.refreshToken().isPresent() && this.credentials.isOf(current);
		}
		return this.session.secureToken().isPresent() && remaining(now) > 0 && this.credentials.isOf(current);
	}

	/** Return whether the renewed session is of the same account and expires later. */
	boolean isExtendedBy(ConnectSession renewed, ClockReading sentAt) {
		Optional<String> account = renewed.accountId();
		boolean sameAccount = account.isEmpty() || this.session.accountId().isEmpty()
				|| account.equals(this.session.accountId());
		return sameAccount && renewed.lifetime().toNanos() > remaining(sentAt);
	}

	/** Return the time until the session expires at the server, in nanoseconds. */
	long remaining(ClockReading now) {
		return this.session.lifetime().toNanos() - age(now);
	}

}
