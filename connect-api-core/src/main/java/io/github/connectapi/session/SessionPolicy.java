package io.github.connectapi.session;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsRejectedException;

import io.github.connectapi.session.SessionOwner.CredentialsIdentity;
import io.github.connectapi.session.SessionState.BackoffState;

/**
 * Policy that decides when a session is used, renewed or acquired, and how long the
 * manager backs off after failures. Consists of pure functions of a state and a clock
 * reading, except for random jitter.
 */
final class SessionPolicy {

	/** Interval of checking the provider for other credentials after a rejection. */
	static final Duration PROBE_INTERVAL = Duration.ofSeconds(10);

	/** Each of them may keep a thread for ever. */
	static final int MAX_ABANDONED = 2;

	private static final double BACKOFF_JITTER = 0.2;

	private final SessionSettings settings;

	private final DoubleSupplier random;

	SessionPolicy(SessionSettings settings, DoubleSupplier random) {
		this.settings = settings;
		this.random = random;
	}

	Decision decide(SessionState state, ClockReading now) {
		if (state.isClosed()) {
			return Decision.FAIL_FAST;
		}
		boolean backingOff = state.isBackingOff(now);
		CachedSession session = state.session();
		if (session != null && session.isUsable(now)) {
			boolean renew = session.isRenewalDue(now) && !backingOff && state.acquisition() == null;
			return renew ? Decision.USE_AND_RENEW : Decision.USE;
		}
		return backingOff ? Decision.FAIL_FAST : Decision.ACQUIRE;
	}

	/** Return whether an acquisition may start, even if none is due. */
	boolean mayAcquire(SessionState state, ClockReading now) {
		return !state.isClosed() && state.acquisition() == null && !state.isBackingOff(now);
	}

	/** Return whether an acquisition cannot start, because earlier ones still run. */
	boolean isBlocked(SessionState state) {
		return state.abandoned().size() >= MAX_ABANDONED;
	}

	/** Return the phase of an acquisition to start without a caller; null if none. */
	SessionState.@Nullable Phase backgroundPhase(SessionState state, ClockReading now) {
		if (state.isClosed() || state.acquisition() != null) {
			return null;
		}
		BackoffState backoff = state.backoff();
		if (backoff != null && backoff.isBackingOff(now)) {
			return (backoff.mayProbe() && nanosUntilProbe(backoff, now) <= 0) ? SessionState.Phase.PROBING : null;
		}
		// A failed renewal is retried even if it had been started before it was due.
		Decision decision = decide(state, now);
		return (backoff != null || decision != Decision.USE) ? SessionState.Phase.REQUESTING : null;
	}

	/** Return whether these credentials were rejected and the back-off is not over. */
	boolean isBackingOff(SessionState state, ConnectCredentials credentials, ClockReading now) {
		BackoffState backoff = state.backoff();
		return backoff != null && backoff.isBackingOff(now) && backoff.isRejected(credentials);
	}

	/** Return the delay of the next background task; null if there is none. */
	@Nullable Duration nextDelay(SessionState state, ClockReading now) {
		BackoffState backoff = state.backoff();
		CachedSession session = state.session();
		if (state.isClosed() || state.acquisition() != null) {
			return null;
		}
		if (backoff != null) {
			long remaining = backoff.remaining(now);
			long probe = backoff.mayProbe() ? nanosUntilProbe(backoff, now) : remaining;
			long end = (session != null && !session.hasEnded()) ? session.maxAgeNanos() - session.age(now) : remaining;
			return Duration.ofNanos(Math.max(0, Math.min(Math.min(remaining, probe), end)));
		}
		return (session != null) ? Duration.ofNanos(Math.max(0, session.renewalAgeNanos() - session.age(now))) : null;
	}

	// The margin is limited, so that a short-lived session is usable as well.
	CachedSession cache(SessionAcquirer.Result acquired, CredentialsIdentity credentials, int generation,
			ClockReading now) {
		long lifetime = acquired.session().lifetime().toNanos();
		long maxAge = lifetime - Math.min(this.settings.expiryMargin().toNanos(), lifetime / 10);
		double fraction = this.settings.renewAt() + this.settings.renewJitter() * this.random.getAsDouble();
		long renewalAge = Math.min(maxAge, (long) (lifetime * fraction));
		return CachedSession.of(acquired, credentials, generation, renewalAge, maxAge).withAge(now);
	}

	BackoffState backoff(SessionState before, ConnectApiException failure, @Nullable ConnectCredentials credentials,
			Function<ConnectCredentials, CredentialsIdentity> identities, ClockReading now) {
		BackoffState last = before.backoff();
		if (last != null && before.isIn(SessionState.Phase.PROBING) && last.isBackingOff(now)) {
			return last.probed(now);
		}
		int failures = (last != null) ? last.failures() + 1 : 1;
		int rejections = (last != null) ? last.rejections() : 0;
		int changes = (last != null) ? last.credentialChanges() : 0;
		CredentialsIdentity rejected = (last != null) ? last.rejectedCredentials() : null;
		long delay = delay(before, failure, failures, now);
		if (credentials != null && failure instanceof ConnectCredentialsRejectedException) {
			rejections++;
			changes += (rejected == null || rejected.isOf(credentials)) ? 0 : 1;
			rejected = identities.apply(credentials);
			delay = atLeastRetryAfter(failure, exponential(this.settings.rejectedBackoff(), 3, rejections));
		}
		return new BackoffState(failure, now, delay, failures, rejections, rejected, changes, now.nanos());
	}

	Duration afterFailure(ConnectApiException failure, int failures, int rejections) {
		long delay = (failure instanceof ConnectCredentialsRejectedException)
				? exponential(this.settings.rejectedBackoff(), 3, rejections)
				: exponential(this.settings.backoff(), 2, failures);
		return Duration.ofNanos(atLeastRetryAfter(failure, delay));
	}

	Duration afterLostAttempts(int attempts) {
		return Duration.ofNanos(exponential(this.settings.rejectedBackoff(), 3, attempts));
	}

	// The end of a valid session limits the delay, but not a Retry-After.
	private long delay(SessionState before, ConnectApiException failure, int failures, ClockReading now) {
		double jitter = 1 + BACKOFF_JITTER * (2 * this.random.getAsDouble() - 1);
		long delay = (long) (exponential(this.settings.backoff(), 2, failures) * jitter);
		CachedSession session = before.session();
		if (session != null && session.isUsable(now)) {
			delay = Math.min(delay, session.maxAgeNanos() - session.age(now));
		}
		return atLeastRetryAfter(failure, delay);
	}

	private static long atLeastRetryAfter(ConnectApiException failure, long delay) {
		return Math.max(delay, failure.retryAfter().orElse(Duration.ZERO).toNanos());
	}

	private static long exponential(BackoffSettings backoff, int multiplier, int failures) {
		double delay = backoff.initial().toNanos() * Math.pow(multiplier, failures - 1.0);
		return (long) Math.min((double) backoff.max().toNanos(), delay);
	}

	private static long nanosUntilProbe(BackoffState backoff, ClockReading now) {
		return PROBE_INTERVAL.toNanos() - (now.nanos() - backoff.probedNanos());
	}

	/**
	 * Decision for a caller that needs a session.
	 */
	enum Decision {

		/** Use the session. */
		USE,

		/** Use the session and start its renewal. */
		USE_AND_RENEW,

		/**
		 * Start an acquisition or wait for the current one, because there is no session.
		 */
		ACQUIRE,

		/** Fail immediately: there is no session, and none may be acquired now. */
		FAIL_FAST

	}

}
