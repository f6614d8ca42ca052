package io.github.connectapi.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.session.ConnectSessionSnapshot;

/**
 * What is measured of a session when a registry looks.
 */
enum SessionGauge {

	EXPIRY("getty.connect.session.expiry", true, "Time until the valid session expires; not a number if there is none",
			(snapshot) -> seconds(snapshot.at(), snapshot.expiresAt())),

	AGE("getty.connect.session.age", true, "Time since the valid session was acquired; not a number if there is none",
			(snapshot) -> (snapshot.expiresAt() != null) ? seconds(snapshot.lastSuccessAt(), snapshot.at())
					: Double.NaN),

	GENERATION("getty.connect.session.generation", false, "Sessions since the start, renewed ones included",
			ConnectSessionSnapshot::generation),

	CONSECUTIVE_FAILURES("getty.connect.session.consecutive.failures", false,
			"Acquisitions that failed since the last success", SessionGauge::consecutiveFailures),

	CREDENTIALS_REJECTED("getty.connect.session.credentials.rejected", false,
			"1 while logins are held back because the credentials were rejected, else 0",
			(snapshot) -> (snapshot.lastFailure() != null && snapshot.lastFailure().credentialsRejected()) ? 1 : 0),

	NEXT_ATTEMPT("getty.connect.session.next.attempt", true,
			"Time until the next attempt after a failure; 0 if no attempt is backing off",
			(snapshot) -> (snapshot.nextAttemptAt() != null) ? seconds(snapshot.at(), snapshot.nextAttemptAt()) : 0);

	static final String STATE = "getty.connect.session.state";

	static final String STATE_DESCRIPTION = "1 for the state that the session is in, 0 for the others";

	final String meter;

	final boolean time;

	final String description;

	@SuppressWarnings("ImmutableEnumChecker") // None of them has a state.
	final ToDoubleFunction<ConnectSessionSnapshot> value;

	SessionGauge(String meter, boolean time, String description, ToDoubleFunction<ConnectSessionSnapshot> value) {
		this.meter = meter;
		this.time = time;
		this.description = description;
		this.value = value;
	}

	private static double consecutiveFailures(ConnectSessionSnapshot snapshot) {
		return (snapshot.lastFailure() != null) ? snapshot.lastFailure().consecutiveFailures() : 0;
	}

	private static double seconds(@Nullable Instant from, @Nullable Instant to) {
		return (from != null && to != null) ? Duration.between(from, to).toNanos() / 1e9 : Double.NaN;
	}

}
