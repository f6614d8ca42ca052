package io.github.connectapi.store;

import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.ErrorSuppressingLog;
import io.github.connectapi.Internal;
import io.github.connectapi.Secret;

/**
 * A session that this instance shares with others through a store. To acquire it, it
 * adopts what another instance published, or else claims the record, requests a session,
 * and publishes the result. Compare-and-set makes this safe; the claim only saves logins.
 * Thread-safe.
 */
@Internal
public final class SharedSession {

	private static final ErrorSuppressingLog logger = ErrorSuppressingLog.of(SessionStore.class);

	private static final Duration MIN_PAUSE = Duration.ofMillis(25);

	private static final Duration MAX_PAUSE = Duration.ofMillis(500);

	private static final int MAX_PUBLICATIONS = 3;

	private static final String UNKNOWN_REASON = "check the address, the login and the state of the store";

	private final String owner = UUID.randomUUID().toString();

	private final SessionStore store;

	private final SharedSessionSettings settings;

	private final String baseUrl;

	private final SharedSessionPolicy policy;

	private final SharedBackoff backoff;

	private final ScheduledExecutorService timer;

	private final LongSupplier nanos;

	private final DoubleSupplier random;

	private final Sleep sleep;

	private volatile @Nullable Membership membership;

	/**
	 * Create a shared session.
	 * @param store the store, which limits the time of its operations
	 * @param settings how instances share the session
	 * @param baseUrl the base URL of the Connect API
	 * @param expiryMargin how long before its expiry a session is no longer used
	 * @param backoff how long instances back off after failures
	 * @param time the timer, clock, jitter and sleep
	 */
	public SharedSession(SessionStore store, SharedSessionSettings settings, String baseUrl, Duration expiryMargin,
			SharedBackoff backoff, Time time) {
		this.store = store;
		this.settings = settings;
		this.baseUrl = baseUrl;
		this.policy = new SharedSessionPolicy(expiryMargin, backoff);
		this.backoff = backoff;
		this.timer = time.timer();
		this.nanos = time.nanos();
		this.random = time.random();
		this.sleep = time.sleep();
	}

	/**
	 * Acquire the session.
	 * @param request what to acquire
	 * @param login how to request a session from the server
	 * @return the acquired or adopted session
	 * @throws ConnectApiException if no session can be acquired
	 */
	public Acquired acquire(Request request, Supplier<Acquired> login) {
		Membership member = membership(request.credentials());
		byte[] firstSeen = null;
		for (Duration pause = null;; pause = pause(pause, request.deadlineNanos())) {
			StoredRecord seen = member.record.read();
			member.setFailure(seen);
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
			Supplier<Acquired> login) {
		SharedKnowledge knowledge = member.knowledge;
		knowledge.learn(seen.content());
		long now = seen.millisAt(this.nanos.getAsLong());
		SharedRecord used = knowledge.used(request.current(), seen);
		return switch (this.policy.decide(seen.content(), used, knowledge::isDiscarded, forced, now)) {
			case ADOPT -> adopt(member, seen);
			case BACK_OFF -> throw backingOff(seen.content(),
					this.policy.backoffMillis(seen.content(), knowledge::isDiscarded, now));
			case CLAIM -> (knowledge.isApart() && this.policy.isUsable(seen.content(), now))
					? own(member, request, login, true) : claim(member, seen, request, login);
		};
	}

	private Acquired adopt(Membership member, StoredRecord seen) {
		ConnectSession session = seen.content().session();
		if (session == null) {
			throw new IllegalStateException("A record without a session cannot be adopted");
		}
		long issuedNanos = Math.min(this.nanos.getAsLong(), seen.nanosAt(seen.content().issuedMillis()));
		member.knowledge.adopt(seen.content(), session, issuedNanos);
		return new Acquired(session, false, true, issuedNanos);
	}

	private @Nullable Acquired claim(Membership member, StoredRecord seen, Request request, Supplier<Acquired> login) {
		StoredRecord claimed = member.record.claim(seen);
		StoredRecord written = claimed.isWon() ? begin(member, seen, claimed) : claimed;
		if (written.isWon()) {
			return login(member, written, request, login);
		}
		if (claimed.isWon() || claimed.outcome() == StoreResult.Outcome.UNKNOWN) {
			uninterrupted(member.record::release);
		}
		if (written.isResponse()) {
			return null;
		}
		// A store that can be read but not written, like a replica, is of no use.
		member.setFailure(written);
		return acquireAlone(member, request, login);
	}

	private StoredRecord begin(Membership member, StoredRecord seen, StoredRecord claimed) {
		long now = claimed.millisAt(this.nanos.getAsLong());
		SharedRecord begun = member.knowledge.latest(seen.content()).begun(now);
		return member.record.replace(claimed, member.knowledge.isReported() ? begun.withReport(now) : begun);
	}

	private Acquired login(Membership member, StoredRecord written, Request request, Supplier<Acquired> login) {
		try {
			ClaimKeeper keeper = new ClaimKeeper(member.record, request.deadlineNanos(), this.timer, this.nanos);
			return publish(member, written, request, keeper.keepDuring(login));
		}
		catch (ConnectApiException ex) {
			uninterrupted(() -> publishFailure(member, written, ex));
			throw ex;
		}
		catch (RuntimeException | Error ex) {
			uninterrupted(() -> member.record.replace(written, written.content().concluded()));
			throw ex;
		}
		finally {
			uninterrupted(member.record::release);
		}
	}

	// A manager that is closed or suspended during a login must not leave its claim.
	private static void uninterrupted(Runnable operation) {
		boolean interrupted = Thread.interrupted();
		try {
			operation.run();
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/** Publish a session. If another instance was faster, adopt its session. */
	private Acquired publish(Membership member, StoredRecord written, Request request, Acquired acquired) {
		discardCurrent(member, request, acquired);
		member.knowledge.acquire(acquired.session(), acquired.issuedNanos(), false);
		SharedRecord content = written.content().acquired(acquired.session(), written.millisAt(acquired.issuedNanos()));
		StoredRecord result = written;
		for (int i = 0; i < MAX_PUBLICATIONS; i++) {
			result = member.record.replace(result, content);
			if (!result.isResponse()) {
				return acquired;
			}
			if (result.isWon()) {
				member.knowledge.learn(content);
				return acquired;
			}
			long now = result.millisAt(this.nanos.getAsLong());
			if (result.content().generation() >= content.generation()
					&& this.policy.isAdoptable(result.content(), null, member.knowledge::isDiscarded, now)) {
				return adopt(member, result);
			}
		}
		return acquired;
	}

	private static void discardCurrent(Membership member, Request request, Acquired acquired) {
		ConnectSession current = request.current();
		if (current != null && !current.token().equals(acquired.session().token())) {
			member.knowledge.discard(current.token());
		}
	}

	/** Let all instances back off if the server has responded, or else only this one. */
	private void publishFailure(Membership member, StoredRecord written, ConnectApiException failure) {
		SharedRecord before = written.content();
		SharedRecord content = before.concluded();
		if (failure instanceof ConnectCredentialsRejectedException || failure.retryAfter().isPresent()) {
			int rejections = before.rejections() + ((failure instanceof ConnectCredentialsRejectedException) ? 1 : 0);
			Duration delay = this.backoff.afterFailure(failure, before.failures() + 1, rejections);
			long now = written.millisAt(this.nanos.getAsLong());
			content = before.failed(failure, now + delay.toMillis());
		}
		if (member.record.replace(written, content).isWon()) {
			member.knowledge.learn(content);
		}
	}

	/** Acquire a session of this instance, because the store does not respond. */
	private Acquired acquireAlone(Membership member, Request request, Supplier<Acquired> login) {
		if (Thread.currentThread().isInterrupted()) {
			throw interrupted();
		}
		boolean mayWait = (request.current() != null) ? !request.isUrgent() : this.settings.isWaitForStore();
		if (mayWait) {
			// Without its cause, which is logged, and whose message may contain a
			// password.
			throw new ConnectUnavailableException("The store of the shared session did not respond",
					ConnectFailure.transientFailure(null, null).withNotSent(true));
		}
		return own(member, request, login, member.knowledge.isApart());
	}

	private Acquired own(Membership member, Request request, Supplier<Acquired> login, boolean apart) {
		Acquired acquired = login.get();
		discardCurrent(member, request, acquired);
		member.knowledge.acquire(acquired.session(), acquired.issuedNanos(), apart);
		return acquired;
	}

	// Without Retry-After after a rejection, so that corrected credentials are noticed.
	private static ConnectApiException backingOff(SharedRecord seen, long millis) {
		String operation = (seen.operation() != null) ? seen.operation() : "An acquisition";
		String message = (seen.code() != null)
				? "%s of another instance that shares the session failed (code %s)".formatted(operation, seen.code())
				: "%s of another instance that shares the session failed".formatted(operation);
		return seen.rejected()
				? new ConnectCredentialsRejectedException(message,
						ConnectFailure.permanentFailure(seen.operation(), seen.code()).withNotSent(true))
				: new ConnectUnavailableException(message,
						ConnectFailure.transientFailure(seen.operation(), seen.code())
							.withNotSent(true)
							.withRetryAfter(Duration.ofMillis(millis)));
	}

	/**
	 * Read the store, and repair the record if it is missing, foreign or older than what
	 * this instance knows.
	 * @param current the session that the manager uses; null if there is none
	 * @return a later session of another instance; null if there is none
	 */
	public @Nullable Acquired poll(@Nullable ConnectSession current) {
		Membership member = this.membership;
		return (member != null) ? poll(member, current) : null;
	}

	private @Nullable Acquired poll(Membership member, @Nullable ConnectSession current) {
		StoredRecord seen = member.record.read();
		member.setFailure(seen);
		if (!seen.isResponse()) {
			return null;
		}
		long now = seen.millisAt(this.nanos.getAsLong());
		SharedKnowledge knowledge = member.knowledge;
		SharedRecord used = knowledge.used(current, seen);
		if (this.policy.isAdoptable(seen.content(), used, knowledge::isDiscarded, now)) {
			return adopt(member, seen);
		}
		SharedRecord content = knowledge.toPublish(used);
		if (this.policy.isToBePublished(seen.isPresent() ? seen.content() : null, content, now)) {
			seen = member.record.replace(seen, content);
		}
		if (seen.isPresent()) {
			knowledge.learn(seen.content());
		}
		return null;
	}

	/**
	 * Report that the server rejected a token from this instance.
	 * @param token the token
	 */
	public void report(Secret token) {
		Membership member = this.membership;
		if (member != null && member.knowledge.report(token)) {
			logger.warn(
					"Connect session of other instances is rejected here; this instance acquires a session of its own");
		}
	}

	/**
	 * Report that the server accepted a token from this instance.
	 * @param token the token
	 */
	public void accept(Secret token) {
		Membership member = this.membership;
		if (member != null) {
			member.knowledge.accept(token);
		}
	}

	// Deriving the key takes time, so it is not done before the first acquisition.
	private Membership membership(ConnectCredentials credentials) {
		Membership member = this.membership;
		if (member == null || !member.credentials.equals(credentials)) {
			SharedRecordKey key = SharedRecordKey.derive(this.baseUrl, this.settings.namespace(), credentials,
					this.settings.secret());
			member = new Membership(credentials, new SharedRecordStore(this.store, key, this.owner, this.nanos));
			this.membership = member;
		}
		return member;
	}

	private Duration pause(@Nullable Duration last, long deadlineNanos) {
		Duration next = (last == null) ? MIN_PAUSE : last.multipliedBy(2);
		next = (next.compareTo(MAX_PAUSE) > 0) ? MAX_PAUSE : next;
		long jittered = (long) (next.toNanos() * (0.5 + this.random.getAsDouble() / 2));
		if (this.nanos.getAsLong() + jittered - deadlineNanos >= 0) {
			throw new ConnectUnavailableException("Another instance did not acquire the shared session in time",
					ConnectFailure.transientFailure(null, null).withNotSent(true));
		}
		try {
			this.sleep.sleep(Duration.ofNanos(jittered));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw interrupted();
		}
		return next;
	}

	private static ConnectInterruptedException interrupted() {
		return new ConnectInterruptedException("Interrupted while waiting for the shared session");
	}

	/** The record of one set of credentials. */
	private static final class Membership {

		private final ConnectCredentials credentials;

		private final SharedRecordStore record;

		private final SharedKnowledge knowledge = new SharedKnowledge();

		/** Whether the store did not respond the last time. */
		private boolean failed;

		Membership(ConnectCredentials credentials, SharedRecordStore record) {
			this.credentials = credentials;
			this.record = record;
		}

		/** Log a change. The message of the failure may contain a password. */
		synchronized void setFailure(StoredRecord result) {
			Throwable failure = result.cause().orElse(null);
			if (failure instanceof InterruptedException) {
				// The manager is closed or suspended, which says nothing about the store.
				return;
			}
			if (failure != null && !this.failed) {
				logger.warn(LogMessage.format("Connect session store does not respond: error=%s, reason=\"%s\"",
						failure.getClass().getName(), result.remedy().orElse(UNKNOWN_REASON)));
			}
			else if (failure == null && this.failed) {
				logger.info("Connect session store responds again");
			}
			this.failed = failure != null;
		}

	}

	/**
	 * What to acquire.
	 *
	 * @param credentials the credentials
	 * @param current the valid session of the manager; null if there is none
	 * @param isUrgent whether the valid session ends before the store may respond again
	 * @param forced whether to request a session in spite of a back-off of the instances
	 * @param deadlineNanos the deadline on the monotonic clock
	 */
	@Internal
	public record Request(ConnectCredentials credentials, @Nullable ConnectSession current, boolean isUrgent,
			boolean forced, long deadlineNanos) {
	}

	/**
	 * An acquired session.
	 *
	 * @param session the session
	 * @param renewed whether it was acquired by RenewSession
	 * @param adopted whether another instance acquired it
	 * @param issuedNanos the time on the monotonic clock at which the request was sent
	 */
	@Internal
	public record Acquired(ConnectSession session, boolean renewed, boolean adopted, long issuedNanos) {
	}

	/**
	 * Timer, clock, jitter and sleep.
	 *
	 * @param timer extends claims
	 * @param nanos a monotonic clock in nanoseconds
	 * @param random random numbers from 0 to less than 1
	 * @param sleep how to sleep
	 */
	@Internal
	public record Time(ScheduledExecutorService timer, LongSupplier nanos, DoubleSupplier random, Sleep sleep) {
	}

	/**
	 * How to sleep.
	 */
	@Internal
	@FunctionalInterface
	public interface Sleep {

		/**
		 * Sleep.
		 * @param duration how long
		 * @throws InterruptedException if this thread is interrupted
		 */
		void sleep(Duration duration) throws InterruptedException;

	}

}
