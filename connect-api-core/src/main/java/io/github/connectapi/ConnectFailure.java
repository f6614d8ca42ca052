package io.github.connectapi;

import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Details of a failed request, the same for every {@link ConnectApiException}. Contains
 * no secret. Immutable and thread-safe. Further details may be added in minor releases.
 */
public final class ConnectFailure implements Serializable {

	@Serial
	private static final long serialVersionUID = 1L;

	/** The name of the operation. */
	private final @Nullable String operation;

	/** The code of the failure. */
	private final @Nullable String code;

	/** The coordination id of the exchange. */
	private final @Nullable String coordinationId;

	/** The statuses of the response. */
	@SuppressWarnings("serial") // List.copyOf returns a serializable list.
	private final List<ConnectStatus> statuses;

	/** Whether a later attempt may succeed. */
	private final boolean isTransient;

	/** The minimum delay before the next request. */
	private final @Nullable Duration retryAfter;

	/** Whether it is certain that nothing was sent. */
	private final boolean notSent;

	/** Whether the server permits no more requests for now. */
	private final boolean overRate;

	/** Whether there are no credentials for the user. */
	private final boolean credentialsMissing;

	private ConnectFailure(@Nullable String operation, @Nullable String code, @Nullable String coordinationId,
			List<ConnectStatus> statuses, boolean isTransient, @Nullable Duration retryAfter, boolean notSent,
			boolean overRate, boolean credentialsMissing) {
		this.operation = operation;
		this.code = code;
		this.coordinationId = coordinationId;
		this.statuses = List.copyOf(statuses);
		this.isTransient = isTransient;
		this.retryAfter = retryAfter;
		this.notSent = notSent;
		this.overRate = overRate;
		this.credentialsMissing = credentialsMissing;
	}

	/**
	 * Create the details of a failure that remains when the request is repeated.
	 * @param operation the name of the operation, or null
	 * @param code the code, or null
	 * @return the details
	 */
	public static ConnectFailure permanentFailure(@Nullable String operation, @Nullable String code) {
		return new ConnectFailure(operation, code, null, List.of(), false, null, false, false, false);
	}

	/**
	 * Create the details of a failure that may disappear when the request is repeated.
	 * @param operation the name of the operation, or null
	 * @param code the code, or null
	 * @return the details
	 */
	public static ConnectFailure transientFailure(@Nullable String operation, @Nullable String code) {
		return new ConnectFailure(operation, code, null, List.of(), true, null, false, false, false);
	}

	/** Return a copy with the given operation. */
	ConnectFailure withOperation(String operation) {
		return new ConnectFailure(operation, this.code, this.coordinationId, this.statuses, this.isTransient,
				this.retryAfter, this.notSent, this.overRate, this.credentialsMissing);
	}

	/**
	 * Return a copy with the given coordination id.
	 * @param coordinationId the id that was sent
	 * @return the copy
	 */
	public ConnectFailure withCoordinationId(String coordinationId) {
		return new ConnectFailure(this.operation, this.code, coordinationId, this.statuses, this.isTransient,
				this.retryAfter, this.notSent, this.overRate, this.credentialsMissing);
	}

	/**
	 * Return a copy with the given status entries.
	 * @param statuses the entries of the {@code StatusList}
	 * @return the copy
	 */
	public ConnectFailure withStatuses(List<ConnectStatus> statuses) {
		return new ConnectFailure(this.operation, this.code, this.coordinationId, statuses, this.isTransient,
				this.retryAfter, this.notSent, this.overRate, this.credentialsMissing);
	}

	/**
	 * Return a copy with the given minimum delay before the next request.
	 * @param retryAfter the delay, or null for none
	 * @return the copy
	 */
	public ConnectFailure withRetryAfter(@Nullable Duration retryAfter) {
		return new ConnectFailure(this.operation, this.code, this.coordinationId, this.statuses, this.isTransient,
				retryAfter, this.notSent, this.overRate, this.credentialsMissing);
	}

	/**
	 * Return a copy with the given certainty that nothing was sent.
	 * @param notSent whether it is certain that not one byte of the request was sent
	 * @return the copy
	 */
	public ConnectFailure withNotSent(boolean notSent) {
		return new ConnectFailure(this.operation, this.code, this.coordinationId, this.statuses, this.isTransient,
				this.retryAfter, notSent, this.overRate, this.credentialsMissing);
	}

	/**
	 * Return a copy with the given limit of the server.
	 * @param overRate whether the server permits no more requests for now
	 * @return the copy
	 */
	public ConnectFailure withOverRate(boolean overRate) {
		return new ConnectFailure(this.operation, this.code, this.coordinationId, this.statuses, this.isTransient,
				this.retryAfter, this.notSent, overRate, this.credentialsMissing);
	}

	/**
	 * Return a copy with the given state of the credentials.
	 * @param credentialsMissing whether there are no credentials for the user
	 * @return the copy
	 */
	public ConnectFailure withCredentialsMissing(boolean credentialsMissing) {
		return new ConnectFailure(this.operation, this.code, this.coordinationId, this.statuses, this.isTransient,
				this.retryAfter, this.notSent, this.overRate, credentialsMissing);
	}

	/**
	 * Return the name of the failed operation.
	 * @return the name, for instance {@code CreateSession}; null if no operation was
	 * involved
	 */
	public @Nullable String operation() {
		return this.operation;
	}

	/**
	 * Return the code that the server or its gateway returned.
	 * @return the code, or null if there was none
	 */
	public @Nullable String code() {
		return this.code;
	}

	/**
	 * Return the id that was sent with the request. Getty Images can find the request by
	 * this id.
	 * @return the id, or null if there was none
	 */
	public @Nullable String coordinationId() {
		return this.coordinationId;
	}

	/**
	 * Return all entries of the {@code StatusList}.
	 * @return an unmodifiable list
	 */
	public List<ConnectStatus> statuses() {
		return this.statuses;
	}

	/**
	 * Return whether the same request may succeed when it is repeated soon.
	 * @return false if repeating the request is useless
	 */
	public boolean isTransient() {
		return this.isTransient;
	}

	/**
	 * Return the minimum delay before the next request: the {@code Retry-After} of the
	 * server, the remaining back-off of the session manager, or 15 minutes if the quota
	 * is exhausted and the server sent no {@code Retry-After}.
	 * @return the delay, or null if unknown
	 */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	/**
	 * Return whether it is certain that not one byte of the request was sent.
	 * @return false if the request was sent, or if that is unknown
	 */
	public boolean isNotSent() {
		return this.notSent;
	}

	/**
	 * Return whether the server permits no more requests for now: there were too many in
	 * a second, or the quota is exhausted. Other instances of the application should send
	 * none either.
	 * @return false if there was another reason
	 */
	public boolean isOverRate() {
		return this.overRate;
	}

	/**
	 * Return whether there are no credentials for the user, in an application with
	 * sessions of many users. He can enter them, and nothing was sent.
	 * @return false if there was another reason
	 */
	public boolean isCredentialsMissing() {
		return this.credentialsMissing;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ConnectFailure failure && Objects.equals(this.operation, failure.operation)
				&& Objects.equals(this.code, failure.code)
				&& Objects.equals(this.coordinationId, failure.coordinationId) && this.statuses.equals(failure.statuses)
				&& this.isTransient == failure.isTransient && Objects.equals(this.retryAfter, failure.retryAfter)
				&& this.notSent == failure.notSent && this.overRate == failure.overRate
				&& this.credentialsMissing == failure.credentialsMissing;
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.operation, this.code, this.coordinationId, this.statuses, this.isTransient,
				this.retryAfter, this.notSent, this.overRate, this.credentialsMissing);
	}

	@Override
	public String toString() {
		return "ConnectFailure[operation=" + this.operation + ", code=" + this.code + ", coordinationId="
				+ this.coordinationId + ", statuses=" + this.statuses + ", isTransient=" + this.isTransient
				+ ", retryAfter=" + this.retryAfter + ", notSent=" + this.notSent + ", overRate=" + this.overRate
				+ ", credentialsMissing=" + this.credentialsMissing + "]";
	}

}
