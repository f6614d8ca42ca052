package io.github.connectapi.observation;

import java.util.Optional;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;

/**
 * Context of an observation, for conventions and handlers. Contains no secret. Not
 * thread-safe, like any context of Micrometer.
 */
public final class ConnectObservationContext extends Observation.Context {

	private final ConnectObservationDocumentation observation;

	private final CodeCardinalityLimiter codes;

	private final @Nullable String coordinationId;

	private @Nullable String operation;

	private boolean replayed;

	private @Nullable String purchaseOutcome;

	private @Nullable String productOffering;

	ConnectObservationContext(ConnectObservationDocumentation observation, CodeCardinalityLimiter codes,
			@Nullable String operation, @Nullable String coordinationId) {
		this.observation = observation;
		this.codes = codes;
		this.operation = operation;
		this.coordinationId = coordinationId;
	}

	/**
	 * Return the observation to which this context belongs.
	 * @return the observation
	 */
	public ConnectObservationDocumentation observation() {
		return this.observation;
	}

	/**
	 * Return the operation, or the operation of the failure if no other is known.
	 * @return the name, for example {@code RenewSession}; empty if unknown
	 */
	public Optional<String> operation() {
		return Optional.ofNullable(this.operation).or(() -> failure().flatMap(ConnectApiException::operation));
	}

	/**
	 * Set the operation, if it is known only after the start.
	 * @param operation the name
	 */
	public void setOperation(String operation) {
		this.operation = operation;
	}

	/**
	 * Return the id by which Getty Images can find the request.
	 * @return the id; empty if the observation is not of a single request
	 */
	public Optional<String> coordinationId() {
		return Optional.ofNullable(this.coordinationId);
	}

	/**
	 * Return whether the call was replayed because its token was rejected.
	 * @return whether it was replayed
	 */
	public boolean isReplayed() {
		return this.replayed;
	}

	/**
	 * Mark the call as replayed.
	 */
	public void setReplayed() {
		this.replayed = true;
	}

	/**
	 * Return the outcome of a purchase.
	 * @return the name of a {@code PurchaseOutcome}; empty before the end, and if the
	 * observation is not of a purchase
	 */
	public Optional<String> purchaseOutcome() {
		return Optional.ofNullable(this.purchaseOutcome);
	}

	/**
	 * Return the product offering that pays for a purchase.
	 * @return the type, or {@code other} if there were too many different types; empty if
	 * it is not known
	 */
	public Optional<String> productOffering() {
		return Optional.ofNullable(this.productOffering).map(this.codes::limit);
	}

	/**
	 * Set the result of a purchase.
	 * @param outcome the outcome
	 * @param productOffering the type of the product offering that pays, or null
	 */
	public void setPurchase(String outcome, @Nullable String productOffering) {
		this.purchaseOutcome = outcome;
		this.productOffering = productOffering;
	}

	/**
	 * Return the outcome so far.
	 * @return {@code SUCCESS}, or the kind of failure
	 */
	public ConnectOutcome outcome() {
		return ConnectOutcome.of(getError());
	}

	/**
	 * Return the code of the failure.
	 * @return the code, or {@code other} if there were too many different codes; empty if
	 * there is none
	 */
	public Optional<String> code() {
		return failure().flatMap(ConnectApiException::code).map(this.codes::limit);
	}

	private Optional<ConnectApiException> failure() {
		return (getError() instanceof ConnectApiException failure) ? Optional.of(failure) : Optional.empty();
	}

}
