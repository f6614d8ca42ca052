package io.github.connectapi.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.session.ConnectSessionSnapshot;
import io.github.connectapi.session.ConnectSessionSnapshot.Sharing;

/**
 * Gauges of a session, computed from a snapshot. Some exist only if it is shared with
 * other instances.
 */
enum SessionGauge {

	EXPIRY("getty.connect.session.expiry", true, "Time until the valid session expires; NaN if there is none",
			(snapshot) -> seconds(snapshot.at(), snapshot.expiresAt())),

	AGE("getty.connect.session.age", true, "Time since the valid session was acquired; NaN if there is none",
			(snapshot) -> (snapshot.expiresAt() != null) ? seconds(snapshot.lastSuccessAt(), snapshot.at())
					: Double.NaN),

	GENERATION("getty.connect.session.generation", false, "Number of sessions so far, including renewed ones",
			ConnectSessionSnapshot::generation),

	CONSECUTIVE_FAILURES("getty.connect.session.consecutive.failures", false,
			"Number of failed acquisitions since the last success", SessionGauge::consecutiveFailures),

	ABANDONED_ACQUISITIONS("getty.connect.session.abandoned.acquisitions", false,
			"Number of acquisitions that still run after their deadline; with two, no other is started",
			ConnectSessionSnapshot::abandonedAcquisitions),

	CREDENTIALS_REJECTED("getty.connect.session.credentials.rejected", false,
			"1 if the last acquisition failed because the credentials were rejected, otherwise 0",
			(snapshot) -> (snapshot.lastFailure() != null && snapshot.lastFailure().credentialsRejected()) ? 1 : 0),

	NEXT_ATTEMPT("getty.connect.session.next.attempt", true,
			"Time until the next acquisition after a failure; 0 if the manager is not backing off",
			(snapshot) -> (snapshot.nextAttemptAt() != null)
					? Math.max(0, seconds(snapshot.at(), snapshot.nextAttemptAt())) : 0),

	OWN("getty.connect.session.own",
			"1 if this instance uses a session of its own instead of the shared one, otherwise 0", Sharing::ownSession),

	STORE_AVAILABLE("getty.connect.session.store.available",
			"1 if the store of the shared session responded the last time, otherwise 0", Sharing::storeAvailable);

	static final String STATE = "getty.connect.session.state";

	static final String STATE_DESCRIPTION = "1 for the current state of the session, 0 for the other states";

	final String meter;

	final boolean time;

	final boolean shared;

	final String description;

	@SuppressWarnings("ImmutableEnumChecker") // The functions are stateless.
	final ToDoubleFunction<ConnectSessionSnapshot> value;

	SessionGauge(String meter, boolean time, String description, ToDoubleFunction<ConnectSessionSnapshot> value) {
		this(meter, time, false, description, value);
	}

	SessionGauge(String meter, String description, Predicate<Sharing> value) {
		this(meter, false, true, description, (snapshot) -> sharing(snapshot.sharing(), value));
	}

	SessionGauge(String meter, boolean time, boolean shared, String description,
			ToDoubleFunction<ConnectSessionSnapshot> value) {
		this.meter = meter;
		this.time = time;
		this.shared = shared;
		this.description = description;
		this.value = value;
	}

	private static double consecutiveFailures(ConnectSessionSnapshot snapshot) {
		return (snapshot.lastFailure() != null) ? snapshot.lastFailure().consecutiveFailures() : 0;
	}

	private static double sharing(@Nullable Sharing sharing, Predicate<Sharing> value) {
		return (sharing != null && value.test(sharing)) ? 1 : 0;
	}

	private static double seconds(@Nullable Instant from, @Nullable Instant to) {
		return (from != null && to != null) ? Duration.between(from, to).toNanos() / 1e9 : Double.NaN;
	}

}
