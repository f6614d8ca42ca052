package io.github.connectapi.acquisition;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;

/**
 * State of a system, which all its users share. A rejected password makes only the users
 * with that password back off; what the gateway rejects, all users of the system id. Pure
 * functions of the state. Immutable.
 *
 * @param accepted the hash of the system with the password that was accepted last; 0 if
 * none was
 * @param rejected the hash of the system with the password that was rejected last; 0 if
 * none was, or if the back-off has another reason
 * @param changes the number of consecutive times that another password was rejected too
 * @param backoff the back-off; null if there is none
 * @param probe the exchange that finds out whether the system is accepted; null if there
 * is none
 */
record SystemBackoff(long accepted, long rejected, int changes, @Nullable GateBackoff backoff, @Nullable Permit probe) {

	static final SystemBackoff INITIAL = new SystemBackoff(0, 0, 0, null, null);

	/** How long others wait for the first login of a system, in case it hangs. */
	static final Duration MAX_FIRST_LOGIN = Duration.ofSeconds(5);

	private static final int MAX_CHANGES = 3;

	Admission admit(ExchangeRequest request, GateSettings settings, long nanos) {
		GateBackoff current = this.backoff;
		boolean concerned = current != null && (this.rejected == 0 || this.rejected == request.system());
		if (!concerned && this.accepted == request.system()) {
			return Admission.START;
		}
		if (current != null && current.isActive(nanos) && (concerned || this.changes >= MAX_CHANGES)) {
			return Admission.REFUSE;
		}
		return isProbing(settings, nanos) ? Admission.WAIT : Admission.PROBE;
	}

	private boolean isProbing(GateSettings settings, long nanos) {
		Duration timeout = (this.backoff != null) ? settings.probeTimeout() : MAX_FIRST_LOGIN;
		return this.probe != null && !this.probe.isOlderThan(timeout.toNanos(), nanos);
	}

	/** Return the state after an exchange has started as a probe. */
	SystemBackoff probing(@Nullable Permit permit) {
		return new SystemBackoff(this.accepted, this.rejected, this.changes, this.backoff, permit);
	}

	/** Return the state after an exchange has ended; its failure is null if none. */
	SystemBackoff ended(Permit permit, @Nullable ConnectApiException failure, GateSettings settings, long nanos) {
		SystemBackoff next = withoutProbe(permit);
		boolean outdated = this.backoff != null && this.backoff.isAfter(permit);
		if (failure == null || FailureLevel.isUserPasswordRejected(failure)) {
			return outdated ? next : next.accepted(permit.request().system());
		}
		if (FailureLevel.of(failure) != FailureLevel.SYSTEM || outdated) {
			return next;
		}
		return next.rejected(permit.request().system(), failure, settings, nanos);
	}

	SystemBackoff withoutProbe(Permit permit) {
		return (this.probe == permit) ? probing(null) : this;
	}

	private SystemBackoff accepted(long system) {
		boolean other = this.backoff != null && this.rejected != 0 && this.rejected != system;
		return other ? new SystemBackoff(system, this.rejected, 0, this.backoff, this.probe)
				: new SystemBackoff(system, 0, 0, null, this.probe);
	}

	private SystemBackoff rejected(long system, ConnectApiException failure, GateSettings settings, long nanos) {
		boolean password = FailureLevel.isSystemPasswordRejected(failure);
		boolean changed = password && this.rejected != 0 && this.rejected != system;
		int failures = (this.backoff != null) ? this.backoff.failures() + 1 : 1;
		return new SystemBackoff((password && this.accepted == system) ? 0 : this.accepted, password ? system : 0,
				this.changes + (changed ? 1 : 0),
				settings.next(failure, failures, !failure.failure().isOverRate(), nanos), this.probe);
	}

	boolean isBackingOff(long nanos) {
		return this.backoff != null && this.backoff.isActive(nanos);
	}

	/** Return whether nothing is lost if this is forgotten. */
	boolean isReplaceable(long nanos) {
		return !isBackingOff(nanos) && this.probe == null;
	}

}
