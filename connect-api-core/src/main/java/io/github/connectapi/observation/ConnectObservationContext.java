package io.github.connectapi.observation;

import java.util.Optional;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;

/**
 * The details of one observation, for conventions and handlers. Contains no secret. Not
 * thread-safe, as any context of Micrometer.
 */
public final class ConnectObservationContext extends Observation.Context {

	private final ConnectObservation observation;

	private final CodeCardinalityLimiter codes;

	private final @Nullable String coordinationId;

	private @Nullable String operation;

	private boolean replayed;

	ConnectObservationContext(ConnectObservation observation, CodeCardinalityLimiter codes, @Nullable String operation,
			@Nullable String coordinationId) {
		this.observation = observation;
		this.codes = codes;
		this.operation = operation;
		this.coordinationId = coordinationId;
	}

	/**
	 * What is observed.
	 * @return the kind of the observation
	 */
	public ConnectObservation observation() {
		return this.observation;
	}

	/**
	 * The operation, or that of the failure if no other is known.
	 * @return its name, for instance {@code RenewSession}; empty if unknown
	 */
	public Optional<String> operation() {
		return Optional.ofNullable(this.operation).or(() -> failure().flatMap(ConnectApiException::operation));
	}

	/**
	 * Names the operation when it is known later.
	 * @param operation its name
	 */
	public void setOperation(String operation) {
		this.operation = operation;
	}

	/**
	 * The id by which Getty Images can find the request.
	 * @return the id; empty if it is not about one request
	 */
	public Optional<String> coordinationId() {
		return Optional.ofNullable(this.coordinationId);
	}

	/**
	 * Whether the call was sent once more because its token was rejected.
	 * @return whether it was
	 */
	public boolean isReplayed() {
		return this.replayed;
	}

	/**
	 * Notes that the call is sent once more.
	 */
	public void setReplayed() {
		this.replayed = true;
	}

	/**
	 * How it ended, as far as it has.
	 * @return {@code SUCCESS}, or the kind of failure
	 */
	public ConnectOutcome outcome() {
		return ConnectOutcome.of(getError());
	}

	/**
	 * The code of the failure.
	 * @return the code; {@code other} if there were too many different ones; empty if
	 * there is none
	 */
	public Optional<String> code() {
		return failure().flatMap(ConnectApiException::code).map(this.codes::bounded);
	}

	private Optional<ConnectApiException> failure() {
		return (getError() instanceof ConnectApiException failure) ? Optional.of(failure) : Optional.empty();
	}

}
