package io.github.connectapi.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.Secret;

/**
 * What one instance knows about the session that it shares. Thread-safe.
 */
final class SharedKnowledge {

	private static final int MAX_DISCARDED = 64;

	/** The hashes of the tokens that this instance reported or replaced. */
	private Set<String> discarded = Set.of();

	/** The latest record that this instance read or wrote. */
	private SharedRecord known = SharedRecord.EMPTY;

	private volatile @Nullable UsedSession used;

	/** Whether a token was reported, and no session was acquired since then. */
	private boolean reported;

	/**
	 * Whether the session in use is this instance's own, because it cannot use the other.
	 */
	private boolean apart;

	/** When this instance began the last acquisition that has ended, by the store. */
	private long endedAttemptMillis;

	/** Whether the session in use was in the store. */
	private boolean published;

	synchronized void learn(SharedRecord seen) {
		if (!this.known.isLaterThan(seen)) {
			this.known = seen;
		}
		UsedSession current = this.used;
		ConnectSession stored = seen.session();
		this.published |= current != null && stored != null && current.session().token().equals(stored.token());
	}

	/** An acquisition of this instance has ended, even if the store does not know it. */
	synchronized void endAttempt(long begunMillis) {
		this.endedAttemptMillis = begunMillis;
	}

	synchronized boolean hasEndedAttempt(SharedRecord seen) {
		return seen.attempts() > 0 && seen.attemptMillis() == this.endedAttemptMillis;
	}

	/**
	 * Return what is relevant to this instance: not its own attempts that have ended, and
	 * no report if it cannot use the session of the others.
	 */
	synchronized SharedRecord relevant(SharedRecord seen) {
		SharedRecord relevant = hasEndedAttempt(seen) ? seen.concluded() : seen;
		return this.apart ? relevant.withReport(0) : relevant;
	}

	/** Return what follows the latest session, even if the store has lost it. */
	synchronized SharedRecord latest(SharedRecord seen) {
		return this.known.isLaterThan(seen) ? this.known : seen;
	}

	/** Use a session that another instance acquired. */
	synchronized void adopt(SharedRecord seen, ConnectSession session, long issuedNanos) {
		this.known = seen;
		use(new UsedSession(seen.generation(), session, issuedNanos, true, false), false);
		this.published = true;
	}

	/**
	 * Use a session that this instance acquired, and that follows the known one.
	 * @param apart whether it is not for the others
	 */
	synchronized void acquire(ConnectSession session, long issuedNanos, boolean apart) {
		long generation = this.known.generation() + (apart ? 0 : 1);
		use(new UsedSession(generation, session, issuedNanos, false, true), apart);
	}

	private void use(UsedSession session, boolean apart) {
		this.used = session;
		this.apart = apart;
		this.published = false;
		this.reported = false;
	}

	void accept(Secret token) {
		UsedSession current = this.used;
		if (current != null && !current.accepted()) {
			acceptFirst(token);
		}
	}

	private synchronized void acceptFirst(Secret token) {
		UsedSession current = this.used;
		if (current != null && !current.accepted() && current.session().token().equals(token)) {
			this.used = current.withAcceptance();
		}
	}

	/**
	 * Discard a rejected token. If it was adopted and never accepted, this instance
	 * cannot use the session of the others.
	 * @return whether that is noticed now
	 */
	synchronized boolean report(Secret token) {
		discard(token);
		UsedSession current = this.used;
		if (current == null || !current.session().token().equals(token)) {
			return false;
		}
		this.reported = true;
		boolean leaves = !this.apart && !current.accepted();
		this.apart |= leaves;
		return leaves;
	}

	synchronized void discard(Secret token) {
		if (this.discarded.isEmpty()) {
			this.discarded = new LinkedHashSet<>(2);
		}
		this.discarded.add(hash(token));
		if (this.discarded.size() > MAX_DISCARDED) {
			this.discarded.remove(this.discarded.iterator().next());
		}
	}

	/** Discard a session that this instance has replaced. */
	void discardReplaced(@Nullable ConnectSession replaced, ConnectSession acquired) {
		if (replaced != null && !replaced.token().equals(acquired.token())) {
			discard(replaced.token());
		}
	}

	synchronized boolean isDiscarded(Secret token) {
		return this.discarded.contains(hash(token));
	}

	synchronized boolean isReported() {
		return this.reported;
	}

	synchronized boolean isApart() {
		return this.apart;
	}

	/** Return whether the session in use is not that of the others. */
	synchronized boolean isOwn() {
		return this.used != null && (this.apart || !this.published);
	}

	/** Return the session in use as a record; null if the manager does not use it. */
	synchronized @Nullable SharedRecord used(@Nullable ConnectSession current, StoredRecord seen) {
		UsedSession session = this.used;
		if (current == null) {
			return null;
		}
		// An own session ends with the session of the others that could not be used.
		// What the manager has discarded is not used.
		if (this.apart || session == null || !session.session().token().equals(current.token())) {
			return SharedRecord.EMPTY;
		}
		return this.known.withSession(session.generation(), seen.millisAt(session.issuedNanos()), session.session());
	}

	/** Return what should be in the store, in the opinion of this instance. */
	synchronized SharedRecord toPublish(@Nullable SharedRecord used) {
		boolean isPublishable = used != null && used.session() != null && !this.apart
				&& (this.known.hasSameToken(used) || !this.known.isLaterThan(used));
		if (used != null && isPublishable) {
			return used;
		}
		ConnectSession session = this.known.session();
		return (session != null && isDiscarded(session.token())) ? this.known.withoutSession() : this.known;
	}

	private static String hash(Secret token) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(token.reveal().getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The Java runtime has no SHA-256", ex);
		}
	}

	/**
	 * The session that this instance uses. Immutable.
	 *
	 * @param generation the number of the session
	 * @param session the session
	 * @param issuedNanos the time on the monotonic clock at which the request for it was
	 * sent
	 * @param adopted whether another instance acquired it
	 * @param accepted whether the server has accepted its token from this instance
	 */
	private record UsedSession(long generation, ConnectSession session, long issuedNanos, boolean adopted,
			boolean accepted) {

		UsedSession withAcceptance() {
			return new UsedSession(this.generation, this.session, this.issuedNanos, this.adopted, true);
		}

	}

}
