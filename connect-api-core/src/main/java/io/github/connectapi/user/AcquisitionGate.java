package io.github.connectapi.user;

import java.time.InstantSource;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectBackoffException;
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

	/**
	 * Create a gate that is open.
	 * @param settings the back-offs
	 * @param nanoTime the monotonic clock, in nanoseconds
	 * @param clock the wall clock, for the time of the next attempt
	 */
	public AcquisitionGate(GateSettings settings, LongSupplier nanoTime, InstantSource clock) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Return why no acquisition is worth starting now, before the credentials are
	 * requested.
	 * @param systemId the system id of the last credentials of the user; null if unknown
	 * @return the exception to throw; null if an acquisition may start
	 */
	public @Nullable ConnectBackoffException refusal(@Nullable String systemId) {
		throw new UnsupportedOperationException();
	}

	/**
	 * End the back-offs of a system and of all users, so that the next login finds out.
	 * @param systemId the system id; null if unknown
	 */
	public void reset(@Nullable String systemId) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Return the number of systems that back off.
	 * @return the number
	 */
	public int rejectedSystems() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Return whether all users back off because of an outage.
	 * @return whether there is an outage
	 */
	public boolean isOutage() {
		throw new UnsupportedOperationException();
	}

}
