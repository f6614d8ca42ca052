package io.github.connectapi.store;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.store.SharedSession.Acquired;
import io.github.connectapi.store.SharedSession.Login;
import io.github.connectapi.store.SharedSession.Request;
import io.github.connectapi.store.SharedSession.Sleep;
import io.github.connectapi.store.SharedSession.Time;

/**
 * Acquires a session: adopts the one in the store, or else claims the record and requests
 * another. Without the store, it requests one for this instance alone. Thread-safe.
 */
final class SharedAcquisition {

	private static final Duration MIN_PAUSE = Duration.ofMillis(25);

	private static final Duration MAX_PAUSE = Duration.ofMillis(500);

	private final SharedSessionPolicy policy;

	private final SharedPublication publication;

	private final boolean waitForStore;

	private final LongSupplier nanos;

	private final DoubleSupplier random;

	private final Sleep sleep;

	SharedAcquisition(SharedSessionPolicy policy, SharedPublication publication, boolean waitForStore, Time time) {
		this.policy = policy;
		this.publication = publication;
		this.waitForStore = waitForStore;
		this.nanos = time.nanos();
		this.random = time.random();
		this.sleep = time.sleep();
	}

	Acquired acquire(Membership member, Request request, Login login) {
		byte[] firstSeen = null;
		for (Duration pause = null;; pause = pause(pause, request.deadlineNanos())) {
			StoredRecord seen = member.record.read();
			member.health.setRead(seen);
			if (!seen.isResponse()) {
				return acquireAlone(member, request, login);
			}
			firstSeen = (pause != null) ? firstSeen : seen.bytes();
			// Of several instances that are reset at the same time, one requests a
			// session.
			boolean forced = request.forced() && Arrays.equals(firstSeen, seen.bytes());
			Acquired acquired = acquire(member, seen, forced, request, login);
			if (acquired != null) {
				return acquired;
			}
		}
	}

	/** Return null if another instance has the claim, or has changed the record. */
	private @Nullable Acquired acquire(Membership member, StoredRecord seen, boolean forced, Request request,
			Login login) {
		SharedKnowledge knowledge = member.knowledge;
		knowledge.learn(seen.content());
		long now = seen.millisAt(this.nanos.getAsLong());
		SharedRecord used = knowledge.used(request.current(), seen);
		SharedRecord content = knowledge.relevant(seen.content());
		return switch (this.policy.decide(content, used, knowledge::isDiscarded, forced, now)) {
			case ADOPT -> member.adopt(seen);
			case BACK_OFF -> backOff(member, seen, content, now);
			case CLAIM -> (knowledge.isApart() && this.policy.isUsable(seen.content(), now))
					? own(member, request, login, true) : claim(member, seen, request, login);
		};
	}

	/** An attempt counts as lost only if its instance no longer has the claim. */
	private @Nullable Acquired backOff(Membership member, StoredRecord seen, SharedRecord content, long now) {
		if (content.attempts() > 0 && content.backoffUntilMillis() <= now && member.record.isClaimed(seen)) {
			return null;
		}
		throw SharedFailures.backingOff(content,
				this.policy.backoffMillis(content, member.knowledge::isDiscarded, now));
	}

	private @Nullable Acquired claim(Membership member, StoredRecord seen, Request request, Login login) {
		StoredRecord claimed = member.record.claim(seen);
		if (!claimed.isWon()) {
			return withoutClaim(member, claimed, claimed, request, login);
		}
		long begunMillis = claimed.millisAt(this.nanos.getAsLong());
		try {
			StoredRecord written = begin(member, seen, claimed, begunMillis);
			member.health.setWritten(written);
			return written.isWon() ? this.publication.login(member, written, request, login)
					: withoutClaim(member, claimed, written, request, login);
		}
		finally {
			member.knowledge.endAttempt(begunMillis);
		}
	}

	private @Nullable Acquired withoutClaim(Membership member, StoredRecord claimed, StoredRecord written,
			Request request, Login login) {
		if (claimed.isWon() || claimed.outcome() == StoreResult.Outcome.UNKNOWN) {
			Membership.uninterrupted(member.record::release);
		}
		if (written.isResponse()) {
			return null;
		}
		// A store that can be read but not written, like a replica, is of no use.
		member.health.setWritten(written);
		return acquireAlone(member, request, login);
	}

	private StoredRecord begin(Membership member, StoredRecord seen, StoredRecord claimed, long now) {
		SharedKnowledge knowledge = member.knowledge;
		SharedRecord latest = knowledge.latest(seen.content());
		SharedRecord begun = (knowledge.hasEndedAttempt(latest) ? latest.concluded() : latest).begun(now);
		return member.record.replace(claimed, knowledge.isReported() ? begun.withReport(now) : begun);
	}

	/** Acquire a session of this instance, because the store does not respond. */
	private Acquired acquireAlone(Membership member, Request request, Login login) {
		if (Thread.currentThread().isInterrupted()) {
			throw SharedFailures.interrupted();
		}
		boolean mayWait = (request.current() != null) ? !request.isUrgent() : this.waitForStore;
		if (mayWait) {
			throw SharedFailures.storeUnavailable();
		}
		return own(member, request, login, member.knowledge.isApart());
	}

	private Acquired own(Membership member, Request request, Login login, boolean apart) {
		Acquired acquired = login.login(() -> true);
		member.knowledge.discardReplaced(request.current(), acquired.session());
		member.knowledge.acquire(acquired.session(), acquired.issuedNanos(), apart);
		return acquired;
	}

	private Duration pause(@Nullable Duration last, long deadlineNanos) {
		Duration next = (last == null) ? MIN_PAUSE : last.multipliedBy(2);
		next = (next.compareTo(MAX_PAUSE) > 0) ? MAX_PAUSE : next;
		long jittered = (long) (next.toNanos() * (0.5 + this.random.getAsDouble() / 2));
		if (this.nanos.getAsLong() + jittered - deadlineNanos >= 0) {
			throw SharedFailures.notInTime();
		}
		try {
			this.sleep.sleep(Duration.ofNanos(jittered));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw SharedFailures.interrupted();
		}
		return next;
	}

}
