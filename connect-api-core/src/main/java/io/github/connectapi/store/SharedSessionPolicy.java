package io.github.connectapi.store;

import java.time.Duration;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.Secret;

/**
 * Policy that decides what an instance does with a record. Consists of pure functions.
 * All times are those of the store, in milliseconds since the epoch.
 */
final class SharedSessionPolicy {

	/** How long reports of rejected tokens lead to no other acquisition. */
	static final Duration REPORT_WINDOW = Duration.ofMinutes(1);

	/**
	 * How far a time may be in the future, because the clock of the store was set back.
	 */
	private static final long MAX_FUTURE_MILLIS = 60_000;

	/** How far clocks drift apart without a correction of the record. */
	private static final long MAX_DRIFT_MILLIS = 10_000;

	private static final long MAX_BACKOFF_MILLIS = Duration.ofHours(1).toMillis();

	private final Duration expiryMargin;

	private final SharedBackoff backoff;

	SharedSessionPolicy(Duration expiryMargin, SharedBackoff backoff) {
		this.expiryMargin = expiryMargin;
		this.backoff = backoff;
	}

	/**
	 * Decide how an instance acquires a session.
	 * @param seen the record in the store
	 * @param used the record of the session that this instance uses; null if there is
	 * none
	 * @param discarded whether a token was reported or replaced by this instance
	 * @param forced whether to acquire a session in spite of a back-off
	 */
	Decision decide(SharedRecord seen, @Nullable SharedRecord used, Predicate<Secret> discarded, boolean forced,
			long now) {
		if (isAdoptable(seen, used, discarded, now)) {
			return Decision.ADOPT;
		}
		return (!forced && backoffMillis(seen, discarded, now) > 0) ? Decision.BACK_OFF : Decision.CLAIM;
	}

	/** Return whether the session in the store is usable and better than the used one. */
	boolean isAdoptable(SharedRecord seen, @Nullable SharedRecord used, Predicate<Secret> discarded, long now) {
		ConnectSession session = seen.session();
		if (session == null || !isUsable(seen, now) || discarded.test(session.token())) {
			return false;
		}
		return used == null || (!isSame(seen, used) && seen.isLaterThan(used));
	}

	// A renewal may return the token that it renews.
	private static boolean isSame(SharedRecord one, SharedRecord other) {
		return one.generation() == other.generation() && one.hasSameToken(other);
	}

	/**
	 * Return whether what this instance knows should be in the store: if the record there
	 * is missing, foreign or older, or has a time that is too late.
	 */
	boolean isToBePublished(@Nullable SharedRecord seen, SharedRecord known, long now) {
		boolean useful = isUsable(known, now) || remaining(known.backoffUntilMillis(), now) > 0;
		return useful && (seen == null || (isSame(seen, known) ? isOlder(known, seen) : known.isLaterThan(seen)));
	}

	// Of two opinions, that of the older session wins, so that they are not exchanged for
	// ever.
	private static boolean isOlder(SharedRecord known, SharedRecord seen) {
		return seen.issuedMillis() - known.issuedMillis() > MAX_DRIFT_MILLIS;
	}

	boolean isUsable(SharedRecord record, long now) {
		ConnectSession session = record.session();
		if (session == null || record.issuedMillis() - now > MAX_FUTURE_MILLIS) {
			return false;
		}
		long lifetime = session.lifetime().toMillis();
		return ageMillis(record, now) < lifetime - Math.min(this.expiryMargin.toMillis(), lifetime / 10);
	}

	/**
	 * Return the age of the session, which a clock that was set back does not make
	 * negative.
	 */
	static long ageMillis(SharedRecord record, long now) {
		return Math.max(0, now - record.issuedMillis());
	}

	/** Return how long no instance acquires a session; 0 if one may. */
	long backoffMillis(SharedRecord seen, Predicate<Secret> discarded, long now) {
		long millis = remaining(seen.backoffUntilMillis(), now);
		if (seen.attempts() > 1) {
			long delay = this.backoff.afterLostAttempts(seen.attempts()).toMillis();
			millis = Math.max(millis, remaining(seen.attemptMillis() + delay, now));
		}
		// Another instance has just replaced a rejected token by this one. While it still
		// acquires the replacement, the record has the rejected token.
		boolean replaced = seen.reportMillis() > 0 && seen.issuedMillis() >= seen.reportMillis();
		if (seen.session() != null && replaced && discarded.test(seen.session().token())) {
			millis = Math.max(millis, remaining(seen.reportMillis() + REPORT_WINDOW.toMillis(), now));
		}
		return millis;
	}

	private static long remaining(long until, long now) {
		return Math.min(MAX_BACKOFF_MILLIS, Math.max(0, until - now));
	}

	/**
	 * How an instance acquires a session.
	 */
	enum Decision {

		/** Use the session in the store. */
		ADOPT,

		/** Fail: instances are backing off. */
		BACK_OFF,

		/** Claim the record, and request a session. */
		CLAIM

	}

}
