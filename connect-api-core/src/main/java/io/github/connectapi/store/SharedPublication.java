package io.github.connectapi.store;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.store.SharedSession.Acquired;
import io.github.connectapi.store.SharedSession.Login;
import io.github.connectapi.store.SharedSession.Request;
import io.github.connectapi.store.SharedSession.Time;

/**
 * Requests a session while the record is claimed, and publishes it or its failure.
 * Thread-safe.
 */
final class SharedPublication {

	private static final int MAX_PUBLICATIONS = 3;

	private final SharedSessionPolicy policy;

	private final SharedBackoff backoff;

	private final ScheduledExecutorService timer;

	private final LongSupplier nanos;

	SharedPublication(SharedSessionPolicy policy, SharedBackoff backoff, Time time) {
		this.policy = policy;
		this.backoff = backoff;
		this.timer = time.timer();
		this.nanos = time.nanos();
	}

	/** Return null if another instance acquires the session. */
	@Nullable Acquired login(Membership member, StoredRecord written, Request request, Login login) {
		ClaimKeeper keeper = new ClaimKeeper(member.record, written, request.deadlineNanos(), this.timer, this.nanos);
		try {
			return publish(member, written, request, keeper.keepDuring(() -> login.login(keeper::mayRepeat)));
		}
		catch (ConnectApiException ex) {
			if (keeper.isGivenUp()) {
				return adopt(member, request);
			}
			Membership.uninterrupted(() -> publishFailure(member, written, ex));
			throw ex;
		}
		catch (RuntimeException | Error ex) {
			Membership.uninterrupted(() -> member.record.replace(written, written.content().concluded()));
			throw ex;
		}
		finally {
			Membership.uninterrupted(member.record::release);
		}
	}

	private @Nullable Acquired adopt(Membership member, Request request) {
		StoredRecord seen = member.record.read();
		SharedRecord used = member.knowledge.used(request.current(), seen);
		long now = seen.millisAt(this.nanos.getAsLong());
		return this.policy.isAdoptable(seen.content(), used, member.knowledge::isDiscarded, now) ? member.adopt(seen)
				: null;
	}

	/** Publish a session. If another instance was faster, adopt its session. */
	private Acquired publish(Membership member, StoredRecord written, Request request, Acquired acquired) {
		member.knowledge.discardReplaced(request.current(), acquired.session());
		member.knowledge.acquire(acquired.session(), acquired.issuedNanos(), false);
		SharedRecord content = written.content().acquired(acquired.session(), written.millisAt(acquired.issuedNanos()));
		StoredRecord result = written;
		for (int i = 0; i < MAX_PUBLICATIONS; i++) {
			result = member.record.replace(result, content);
			member.health.setWritten(result);
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
				return member.adopt(result);
			}
		}
		return acquired;
	}

	/** Let all instances back off if the server has responded, or else only this one. */
	private void publishFailure(Membership member, StoredRecord written, ConnectApiException failure) {
		SharedRecord before = written.content();
		SharedRecord content = before.concluded();
		if (appliesToAll(failure)) {
			int rejections = before.rejections() + ((failure instanceof ConnectCredentialsRejectedException) ? 1 : 0);
			Duration delay = this.backoff.afterFailure(failure, before.failures() + 1, rejections);
			long now = written.millisAt(this.nanos.getAsLong());
			content = before.failed(failure, now + delay.toMillis());
		}
		StoredRecord result = member.record.replace(written, content);
		member.health.setWritten(result);
		if (result.isWon()) {
			member.knowledge.learn(content);
		}
	}

	private static boolean appliesToAll(ConnectApiException failure) {
		return failure instanceof ConnectCredentialsRejectedException || failure.retryAfter().isPresent()
				|| failure.failure().isOverRate();
	}

}
