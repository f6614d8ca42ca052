package io.github.connectapi.acquisition;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;

/**
 * State of the back-off of all users. It begins when connecting fails, or when several
 * users fail within a minute and none succeeds. Pure functions of the state. Immutable.
 *
 * @param backoff the back-off; null if there is none
 * @param suspicions the latest failures of different users; none during a back-off
 * @param probe the exchange that finds out whether the outage has ended; null if there is
 * none
 */
record OutageBackoff(@Nullable GateBackoff backoff, List<Suspicion> suspicions, @Nullable Permit probe) {

	/** How many different users have to fail. */
	static final int MIN_USERS = 3;

	static final Duration WINDOW = Duration.ofMinutes(1);

	static final OutageBackoff NONE = new OutageBackoff(null, List.of(), null);

	Admission admit(GateSettings settings, long nanos) {
		if (this.backoff == null) {
			return Admission.START;
		}
		if (this.backoff.isActive(nanos)) {
			return Admission.REFUSE;
		}
		boolean probing = this.probe != null && !this.probe.isOlderThan(settings.probeTimeout().toNanos(), nanos);
		return probing ? Admission.WAIT : Admission.PROBE;
	}

	/** Return the state after an exchange has started. */
	OutageBackoff started(Permit permit) {
		return (this.backoff != null) ? new OutageBackoff(this.backoff, this.suspicions, permit) : this;
	}

	/** Return the state after an exchange has ended; its failure is null if none. */
	OutageBackoff ended(Permit permit, @Nullable ConnectApiException failure, GateSettings settings, long nanos) {
		FailureLevel level = (failure != null) ? FailureLevel.of(failure) : FailureLevel.USER;
		OutageBackoff next = withoutProbe(permit);
		if (level == FailureLevel.NONE) {
			return next;
		}
		boolean outdated = this.backoff != null && this.backoff.isAfter(permit);
		if (failure == null || (level != FailureLevel.CONNECTION && level != FailureLevel.SERVER)) {
			// The server has responded, unless that was before the outage.
			return outdated ? next : NONE;
		}
		if (outdated) {
			return next;
		}
		List<Suspicion> latest = suspicions(permit, nanos);
		if (this.backoff == null && level == FailureLevel.SERVER && latest.size() < MIN_USERS) {
			return new OutageBackoff(null, latest, null);
		}
		int failures = (this.backoff != null) ? this.backoff.failures() + 1 : 1;
		return new OutageBackoff(settings.next(failure, failures, false, nanos), List.of(), null);
	}

	OutageBackoff withoutProbe(Permit permit) {
		return (this.probe == permit) ? new OutageBackoff(this.backoff, this.suspicions, null) : this;
	}

	private List<Suspicion> suspicions(Permit permit, long nanos) {
		long user = permit.request().user();
		return Stream
			.concat(this.suspicions.stream()
				.filter((each) -> each.user() != user && nanos - each.nanos() < WINDOW.toNanos()),
					Stream.of(new Suspicion(user, nanos)))
			.toList();
	}

	/**
	 * The failure of a user that may be due to an outage.
	 *
	 * @param user the hash of the user key
	 * @param nanos its time
	 */
	record Suspicion(long user, long nanos) {
	}

}
