package io.github.connectapi.session;

import java.time.Duration;
import java.util.function.DoubleSupplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsRejectedException;

/**
 * All rules about time, as functions of a state and a moment: when a session is used,
 * renewed, acquired or refused, and how long failures are held back.
 */
final class SessionPolicy {

	/** How often the provider is asked for other credentials while some are held. */
	static final Duration ASK_INTERVAL = Duration.ofSeconds(10);

	private static final double BACKOFF_JITTER = 0.2;

	private final SessionSettings settings;

	private final DoubleSupplier random;

	SessionPolicy(SessionSettings settings, DoubleSupplier random) {
		this.settings = settings;
		this.random = random;
	}

	Decision decide(SessionState state, ClockReading now) {
		if (state.closed()) {
			return Decision.REFUSE;
		}
		boolean backingOff = isBackingOff(state, now);
		CachedSession lease = state.lease();
		if (lease != null && lease.isUsable(now)) {
			boolean renew = lease.isDue(now) && !backingOff && state.flight() == null;
			return renew ? Decision.USE_AND_RENEW : Decision.USE;
		}
		return backingOff ? Decision.REFUSE : Decision.ACQUIRE;
	}

	/** Whether an acquisition may start at all, be it due or not. */
	boolean mayFly(SessionState state, ClockReading now) {
		return !state.closed() && state.flight() == null && !isBackingOff(state, now);
	}

	private static boolean isBackingOff(SessionState state, ClockReading now) {
		return state.backoffState() != null && state.backoffState().isBackingOff(now);
	}

	/** What is to be started although no caller asks for it; null if nothing is. */
	@Nullable PendingAcquisition flightWithoutCaller(SessionState state, ClockReading now) {
		if (state.closed() || state.flight() != null) {
			return null;
		}
		BackoffState backoffState = state.backoffState();
		if (backoffState != null && backoffState.isBackingOff(now)) {
			return (backoffState.mayAsk() && nanosUntilAsk(backoffState, now) <= 0) ? PendingAcquisition.asking()
					: null;
		}
		// What failed is tried again even if it had been started before it was due.
		Decision decision = decide(state, now);
		return (backoffState != null || decision != Decision.USE) ? PendingAcquisition.acquiring() : null;
	}

	/** Whether these credentials are those that are held back because of a rejection. */
	boolean isHeld(SessionState state, ConnectCredentials credentials, ClockReading now) {
		BackoffState backoffState = state.backoffState();
		return backoffState != null && backoffState.isBackingOff(now) && backoffState.isOf(credentials);
	}

	/** When something is to be done without a caller; null if nothing is. */
	@Nullable Duration nextWake(SessionState state, ClockReading now) {
		BackoffState backoffState = state.backoffState();
		CachedSession lease = state.lease();
		if (state.closed() || state.flight() != null) {
			return null;
		}
		if (backoffState != null) {
			long wait = backoffState.remaining(now);
			long ask = backoffState.mayAsk() ? nanosUntilAsk(backoffState, now) : wait;
			long end = (lease != null && !lease.hasEnded()) ? lease.usableNanos() - lease.age(now) : wait;
			return Duration.ofNanos(Math.max(0, Math.min(Math.min(wait, ask), end)));
		}
		return (lease != null) ? Duration.ofNanos(Math.max(0, lease.dueNanos() - lease.age(now))) : null;
	}

	/** The margin is clamped so that a short life is not all margin. */
	CachedSession grant(Acquired acquired, ConnectCredentials credentials, int generation, ClockReading now) {
		long lifetime = acquired.session().lifetime().toNanos();
		long usable = lifetime - Math.min(this.settings.expiryMargin().toNanos(), lifetime / 10);
		double share = this.settings.renewAt() + this.settings.renewJitter() * this.random.getAsDouble();
		long due = Math.min(usable, (long) (lifetime * share));
		return CachedSession.of(acquired, credentials, generation, due, usable).from(now);
	}

	BackoffState backoffState(SessionState before, ConnectApiException failure,
			@Nullable ConnectCredentials credentials, ClockReading now) {
		BackoffState last = before.backoffState();
		if (last != null && before.isAsking() && last.isBackingOff(now)) {
			return last.asked(now);
		}
		int failures = (last != null) ? last.failures() + 1 : 1;
		int rejections = (last != null) ? last.rejections() : 0;
		int corrections = (last != null) ? last.corrections() : 0;
		ConnectCredentials rejected = (last != null) ? last.rejected() : null;
		long pause = pause(before, failure, failures, now);
		if (credentials != null && failure instanceof ConnectCredentialsRejectedException) {
			rejections++;
			corrections += (rejected == null || credentials.equals(rejected)) ? 0 : 1;
			rejected = credentials;
			pause = atLeast(failure, grown(this.settings.rejectedBackoff(), 3, rejections));
		}
		return new BackoffState(failure, now, pause, failures, rejections, rejected, corrections, now.nanos());
	}

	/** Not beyond the end of a valid session, unless the server asked for it. */
	private long pause(SessionState before, ConnectApiException failure, int failures, ClockReading now) {
		double jitter = 1 + BACKOFF_JITTER * (2 * this.random.getAsDouble() - 1);
		long backoff = (long) (grown(this.settings.backoff(), 2, failures) * jitter);
		CachedSession lease = before.lease();
		if (lease != null && lease.isUsable(now)) {
			backoff = Math.min(backoff, lease.usableNanos() - lease.age(now));
		}
		return atLeast(failure, backoff);
	}

	private static long atLeast(ConnectApiException failure, long pause) {
		return Math.max(pause, failure.retryAfter().orElse(Duration.ZERO).toNanos());
	}

	private static long grown(BackoffSettings backoff, int factor, int times) {
		double grown = backoff.initial().toNanos() * Math.pow(factor, times - 1.0);
		return (long) Math.min((double) backoff.max().toNanos(), grown);
	}

	private static long nanosUntilAsk(BackoffState backoffState, ClockReading now) {
		return ASK_INTERVAL.toNanos() - (now.nanos() - backoffState.askedNanos());
	}

}
