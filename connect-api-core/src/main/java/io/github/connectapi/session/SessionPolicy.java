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

	Decision decide(SessionState state, Moment now) {
		if (state.closed()) {
			return Decision.REFUSE;
		}
		boolean heldBack = isHeldBack(state, now);
		Lease lease = state.lease();
		if (lease != null && lease.isUsable(now)) {
			boolean renew = lease.isDue(now) && !heldBack && state.flight() == null;
			return renew ? Decision.USE_AND_RENEW : Decision.USE;
		}
		return heldBack ? Decision.REFUSE : Decision.ACQUIRE;
	}

	/** Whether an acquisition may start at all, be it due or not. */
	boolean mayFly(SessionState state, Moment now) {
		return !state.closed() && state.flight() == null && !isHeldBack(state, now);
	}

	private static boolean isHeldBack(SessionState state, Moment now) {
		return state.setback() != null && state.setback().holdsBack(now);
	}

	/** What is to be started although no caller asks for it; null if nothing is. */
	@Nullable Flight flightWithoutCaller(SessionState state, Moment now) {
		if (state.closed() || state.flight() != null) {
			return null;
		}
		Setback setback = state.setback();
		if (setback != null && setback.holdsBack(now)) {
			return (setback.mayAsk() && nanosUntilAsk(setback, now) <= 0) ? Flight.asking() : null;
		}
		// What failed is tried again even if it had been started before it was due.
		Decision decision = decide(state, now);
		return (setback != null || decision != Decision.USE) ? Flight.acquiring() : null;
	}

	/** Whether these credentials are those that are held back because of a rejection. */
	boolean isHeld(SessionState state, ConnectCredentials credentials, Moment now) {
		Setback setback = state.setback();
		return setback != null && setback.holdsBack(now) && setback.isOf(credentials);
	}

	/** When something is to be done without a caller; null if nothing is. */
	@Nullable Duration nextWake(SessionState state, Moment now) {
		Setback setback = state.setback();
		Lease lease = state.lease();
		if (state.closed() || state.flight() != null) {
			return null;
		}
		if (setback != null) {
			long wait = setback.remaining(now);
			long ask = setback.mayAsk() ? nanosUntilAsk(setback, now) : wait;
			long end = (lease != null && !lease.hasEnded()) ? lease.usableNanos() - lease.age(now) : wait;
			return Duration.ofNanos(Math.max(0, Math.min(Math.min(wait, ask), end)));
		}
		return (lease != null) ? Duration.ofNanos(Math.max(0, lease.dueNanos() - lease.age(now))) : null;
	}

	/** The margin is clamped so that a short life is not all margin. */
	Lease grant(Acquired acquired, ConnectCredentials credentials, int generation, Moment now) {
		long lifetime = acquired.session().lifetime().toNanos();
		long usable = lifetime - Math.min(this.settings.expiryMargin().toNanos(), lifetime / 10);
		double share = this.settings.renewAt() + this.settings.renewJitter() * this.random.getAsDouble();
		long due = Math.min(usable, (long) (lifetime * share));
		return Lease.of(acquired, credentials, generation, due, usable).from(now);
	}

	Setback setback(SessionState before, ConnectApiException failure, @Nullable ConnectCredentials credentials,
			Moment now) {
		Setback last = before.setback();
		if (last != null && before.isAsking() && last.holdsBack(now)) {
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
			pause = atLeast(failure, grown(this.settings.rejectedHold(), 3, rejections));
		}
		return new Setback(failure, now, pause, failures, rejections, rejected, corrections, now.nanos());
	}

	/** Not beyond the end of a valid session, unless the server asked for it. */
	private long pause(SessionState before, ConnectApiException failure, int failures, Moment now) {
		double jitter = 1 + BACKOFF_JITTER * (2 * this.random.getAsDouble() - 1);
		long backoff = (long) (grown(this.settings.backoff(), 2, failures) * jitter);
		Lease lease = before.lease();
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

	private static long nanosUntilAsk(Setback setback, Moment now) {
		return ASK_INTERVAL.toNanos() - (now.nanos() - setback.askedNanos());
	}

}
