package io.github.connectapi.user;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.github.connectapi.user.SoakServer.Failures;

/**
 * The failures that users share, as a soak test knows them: when they may prevent logins,
 * and how many logins there may be meanwhile.
 */
final class SoakSharedFailures {

	/** All threads may log in before the first one is rejected. */
	private static final int MAX_CONCURRENT = 16;

	/** So many users that fail may be due to an outage. */
	private static final int MIN_USERS = 3;

	private static final long MIN_REJECTED_BACKOFF = Duration.ofMinutes(2).toNanos();

	private static final long MAX_REJECTED_BACKOFF = Duration.ofMinutes(61).toNanos();

	private static final long MAX_BACKOFF = Duration.ofSeconds(61).toNanos();

	private final SoakServer server;

	/** The last failures by level, until there is another response. */
	private final Map<String, Failures> failures = new HashMap<>();

	/** When they no longer prevent logins. */
	private final Map<String, Long> ends = new HashMap<>();

	private int serverFailures;

	/**
	 * Others no longer wait for a login whose user is forgotten, so there may be one
	 * more.
	 */
	private int forgotten;

	SoakSharedFailures(SoakServer server) {
		this.server = server;
	}

	/** One login finds out whether a system is still rejected. */
	void reset() {
		this.ends.clear();
		this.failures.remove(SoakServer.OUTAGE);
		this.failures.replaceAll((level, last) -> new Failures(last.count(), last.firstNanos() - MIN_REJECTED_BACKOFF));
	}

	/** A user is forgotten. */
	void forgotten() {
		this.forgotten++;
	}

	/** Check the failures since the last call. */
	void check(long nanos) {
		this.server.acceptedSystems.forEach(this.failures::remove);
		boolean responded = this.server.responses.getAndSet(0) > 0;
		if (responded) {
			this.failures.remove(SoakServer.OUTAGE);
		}
		this.server.sharedFailures.forEach((level, now) -> {
			checkCount(level, now);
			long backoff = level.equals(SoakServer.OUTAGE) ? MAX_BACKOFF : MAX_REJECTED_BACKOFF;
			this.ends.put(level, nanos + backoff);
			this.failures.put(level, now);
		});
		checkServerFailures(responded, nanos);
		this.forgotten = 0;
		this.server.sharedFailures.clear();
		this.server.acceptedSystems.clear();
	}

	/** Several of them begin an outage, and each of them prolongs it. */
	private void checkServerFailures(boolean responded, long nanos) {
		int failed = this.server.serverFailures.getAndSet(0);
		this.serverFailures += failed;
		if (failed > 0 && (this.serverFailures >= MIN_USERS || this.ends.containsKey(SoakServer.OUTAGE))) {
			this.ends.put(SoakServer.OUTAGE, nanos + MAX_BACKOFF);
		}
		else if (failed == 0 && responded) {
			this.serverFailures = 0;
			if (!this.server.sharedFailures.containsKey(SoakServer.OUTAGE)) {
				this.ends.remove(SoakServer.OUTAGE);
			}
		}
	}

	private void checkCount(String level, Failures now) {
		Failures last = this.failures.get(level);
		int max = (last == null) ? MAX_CONCURRENT : isBackingOff(level, last, now) ? 0 : 1 + this.forgotten;
		this.server.check(now.count() <= max,
				now.count() + " logins instead of " + max + " after a failure of " + level);
	}

	private boolean isBackingOff(String level, Failures last, Failures now) {
		return !level.equals(SoakServer.OUTAGE) && now.firstNanos() - last.firstNanos() < MIN_REJECTED_BACKOFF;
	}

	/** Return whether they may prevent a login of a user. */
	boolean concern(SoakUser user, long nanos) {
		return nanos < this.ends.getOrDefault(SoakServer.OUTAGE, Long.MIN_VALUE)
				|| nanos < this.ends.getOrDefault(user.systemId, Long.MIN_VALUE);
	}

}
