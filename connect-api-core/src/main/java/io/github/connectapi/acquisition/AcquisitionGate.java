package io.github.connectapi.acquisition;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.Internal;

/**
 * Decides whether an exchange may start. If the server rejects a system, all users of its
 * id back off; if connecting fails, or the server fails for several users, all users do.
 * After a back-off, and before the first success of a system, one login at a time finds
 * out whether the system or the server is usable. Thread-safe. The pool calls it; others
 * may only want to know whether an acquisition is worth starting.
 */
@Internal
public final class AcquisitionGate {

	private static final int MAX_SYSTEMS = 10_000;

	private final GateSettings settings;

	private final LongSupplier nanoTime;

	private final InstantSource clock;

	private final KeyedHash hash = KeyedHash.create();

	private final SystemBackoffs systems = new SystemBackoffs(MAX_SYSTEMS);

	private OutageBackoff outage = OutageBackoff.NONE;

	/**
	 * Create a gate that is open.
	 * @param settings the back-offs
	 * @param nanoTime the monotonic clock, in nanoseconds
	 * @param clock the wall clock, for the time of the next attempt
	 */
	public AcquisitionGate(GateSettings settings, LongSupplier nanoTime, InstantSource clock) {
		this.settings = settings;
		this.nanoTime = nanoTime;
		this.clock = clock;
	}

	/**
	 * Return why no acquisition is worth starting now, before the credentials are
	 * requested. A system that backs off because of its password refuses nothing here,
	 * because the credentials may be others now.
	 * @param systemId the system id of the last credentials of the user; null if unknown
	 * @return the exception to throw; null if an acquisition may start
	 */
	public @Nullable ConnectBackoffException refusal(@Nullable String systemId) {
		long nanos = this.nanoTime.getAsLong();
		GateBackoff backoff = backoff(systemId, nanos);
		return (backoff != null) ? exception(backoff, nanos) : null;
	}

	private synchronized @Nullable GateBackoff backoff(@Nullable String systemId, long nanos) {
		GateBackoff all = this.outage.backoff();
		if (all != null && all.isActive(nanos)) {
			return all;
		}
		SystemBackoff system = (systemId != null) ? this.systems.get(systemId) : SystemBackoff.INITIAL;
		return (system.isBackingOff(nanos) && system.rejected() == 0) ? system.backoff() : null;
	}

	/**
	 * End the back-offs of all systems and users, so that the next login finds out.
	 */
	public synchronized void reset() {
		this.outage = OutageBackoff.NONE;
		this.systems.reset();
	}

	/**
	 * Return the number of systems that back off.
	 * @return the number
	 */
	public synchronized int rejectedSystems() {
		return this.systems.backingOff(this.nanoTime.getAsLong());
	}

	/**
	 * Return whether all users back off because of an outage.
	 * @return whether there is an outage
	 */
	public synchronized boolean isOutage() {
		return this.outage.backoff() != null;
	}

	ExchangeRequest request(String userKey, ConnectCredentials credentials) {
		return new ExchangeRequest(this.hash.of(userKey).first(), credentials.systemId(),
				this.hash.ofSystem(credentials));
	}

	/** Return why an exchange is refused now; null if it starts or waits. */
	@Nullable ConnectApiException refusalOf(ExchangeRequest request) {
		long nanos = this.nanoTime.getAsLong();
		GateBackoff backoff = backoff(request, nanos);
		return (backoff != null) ? exception(backoff, nanos) : null;
	}

	private synchronized @Nullable GateBackoff backoff(ExchangeRequest request, long nanos) {
		if (this.outage.admit(this.settings, nanos) == Admission.REFUSE) {
			return this.outage.backoff();
		}
		SystemBackoff system = this.systems.get(request.systemId());
		return (system.admit(request, this.settings, nanos) == Admission.REFUSE) ? system.backoff() : null;
	}

	/** Decide whether an exchange may start now. */
	synchronized Decision decide(ExchangeRequest request) {
		long nanos = this.nanoTime.getAsLong();
		Admission all = this.outage.admit(this.settings, nanos);
		SystemBackoff system = this.systems.get(request.systemId());
		Admission own = system.admit(request, this.settings, nanos);
		Admission admission = all.and(own);
		if (admission == Admission.WAIT) {
			return new Decision(null, null);
		}
		if (admission == Admission.REFUSE) {
			GateBackoff backoff = (all == Admission.REFUSE) ? this.outage.backoff() : system.backoff();
			return new Decision(null, backoff);
		}
		Permit permit = new Permit(request, nanos);
		this.outage = this.outage.started(permit);
		if (own == Admission.PROBE) {
			this.systems.update(request.systemId(), (seen) -> seen.probing(permit), nanos);
		}
		return new Decision(permit, null);
	}

	/**
	 * Report the end of an exchange.
	 * @param failure its failure; null if there is none
	 * @return whether others waited for it
	 */
	synchronized boolean ended(Permit permit, @Nullable ConnectApiException failure) {
		boolean probe = isProbe(permit);
		long nanos = this.nanoTime.getAsLong();
		this.outage = this.outage.ended(permit, failure, this.settings, nanos);
		this.systems.update(permit.request().systemId(), (seen) -> seen.ended(permit, failure, this.settings, nanos),
				nanos);
		return probe;
	}

	/**
	 * Report that an exchange was abandoned, so that others no longer wait for it.
	 * @return whether others waited for it
	 */
	synchronized boolean abandoned(Permit permit) {
		boolean probe = isProbe(permit);
		this.outage = this.outage.withoutProbe(permit);
		this.systems.update(permit.request().systemId(), (seen) -> seen.withoutProbe(permit),
				this.nanoTime.getAsLong());
		return probe;
	}

	private boolean isProbe(Permit permit) {
		return this.outage.probe() == permit || this.systems.get(permit.request().systemId()).probe() == permit;
	}

	/** Create an exception for one caller. */
	ConnectBackoffException exception(GateBackoff backoff) {
		return exception(backoff, this.nanoTime.getAsLong());
	}

	private ConnectBackoffException exception(GateBackoff backoff, long nanos) {
		Duration remaining = Duration.ofNanos(backoff.remaining(nanos));
		return new ConnectBackoffException(this.clock.instant().plus(remaining), remaining, backoff.failure());
	}

	/**
	 * A decision: with a permit if the exchange may start, with a back-off if it is
	 * refused, or with neither if it waits.
	 *
	 * @param permit the permit; null if it may not start
	 * @param refusal the back-off; null if it is not refused
	 */
	record Decision(@Nullable Permit permit, @Nullable GateBackoff refusal) {
	}

}
