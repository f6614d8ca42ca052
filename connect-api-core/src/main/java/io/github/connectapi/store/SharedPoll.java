package io.github.connectapi.store;

import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.store.SharedSession.Acquired;

/**
 * Reads the store for a later session, and repairs a record that is missing, foreign or
 * older than what this instance knows. Thread-safe.
 */
final class SharedPoll {

	private final SharedSessionPolicy policy;

	private final LongSupplier nanos;

	SharedPoll(SharedSessionPolicy policy, LongSupplier nanos) {
		this.policy = policy;
		this.nanos = nanos;
	}

	/** Return a later session of another instance; null if there is none. */
	@Nullable Acquired poll(Membership member, @Nullable ConnectSession current) {
		StoredRecord seen = member.record.read();
		member.health.setRead(seen);
		if (!seen.isResponse()) {
			return null;
		}
		member.checkWritable(seen);
		long now = seen.millisAt(this.nanos.getAsLong());
		SharedKnowledge knowledge = member.knowledge;
		SharedRecord used = knowledge.used(current, seen);
		if (isAdoptable(member, seen, used, now)) {
			return member.adopt(seen);
		}
		SharedRecord content = knowledge.toPublish(used);
		if (this.policy.isToBePublished(seen.isPresent() ? seen.content() : null, content, now)) {
			seen = write(member, seen, content);
		}
		else if (seen.isPresent() && knowledge.hasEndedAttempt(seen.content())) {
			seen = write(member, seen, seen.content().concluded());
		}
		if (seen.isPresent()) {
			knowledge.learn(seen.content());
		}
		return null;
	}

	/** Return a later session of another instance, without repairing the record. */
	@Nullable Acquired adopt(Membership member, @Nullable ConnectSession current) {
		StoredRecord seen = member.record.read();
		member.health.setRead(seen);
		if (!seen.isResponse()) {
			return null;
		}
		member.knowledge.learn(seen.content());
		SharedRecord used = member.knowledge.used(current, seen);
		return isAdoptable(member, seen, used, seen.millisAt(this.nanos.getAsLong())) ? member.adopt(seen) : null;
	}

	private boolean isAdoptable(Membership member, StoredRecord seen, @Nullable SharedRecord used, long now) {
		return this.policy.isAdoptable(seen.content(), used, member.knowledge::isDiscarded, now);
	}

	private static StoredRecord write(Membership member, StoredRecord seen, SharedRecord content) {
		StoredRecord written = member.record.replace(seen, content);
		member.health.setWritten(written);
		return written;
	}

}
