package io.github.connectapi;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The details of a failed request, the same for every {@link ConnectApiException}.
 * Contains no secret.
 *
 * @param operation the operation that failed, for instance {@code CreateSession}; null if
 * no operation was involved
 * @param code the code of the server or of its gateway; null if there was none
 * @param coordinationId the id that was sent with the request, by which Getty Images can
 * find it; null if there was none
 * @param statuses all entries of the {@code StatusList}
 * @param isTransient whether the same request may succeed when it is repeated soon
 * @param retryAfter how long to wait at least before the next request, as the server
 * asked for; null if it did not
 * @serial exclude
 */
@SuppressWarnings("InvalidBlockTag")
public record ConnectFailure(@Nullable String operation, @Nullable String code, @Nullable String coordinationId,
		List<ConnectStatus> statuses, boolean isTransient, @Nullable Duration retryAfter) implements Serializable {

	/**
	 * Copies the statuses.
	 * @param operation the operation that failed, for instance {@code CreateSession};
	 * null if no operation was involved
	 * @param code the code of the server or of its gateway; null if there was none
	 * @param coordinationId the id that was sent with the request, by which Getty Images
	 * can find it; null if there was none
	 * @param statuses all entries of the {@code StatusList}
	 * @param isTransient whether the same request may succeed when it is repeated soon
	 * @param retryAfter how long to wait at least before the next request, as the server
	 * asked for; null if it did not
	 */
	public ConnectFailure {
		statuses = List.copyOf(statuses);
	}

	/**
	 * A failure that will not pass by itself.
	 * @param operation the operation, or null
	 * @param code the code, or null
	 * @return the details
	 */
	public static ConnectFailure permanentFailure(@Nullable String operation, @Nullable String code) {
		return new ConnectFailure(operation, code, null, List.of(), false, null);
	}

	/**
	 * A failure that may pass when the request is repeated.
	 * @param operation the operation, or null
	 * @param code the code, or null
	 * @return the details
	 */
	public static ConnectFailure transientFailure(@Nullable String operation, @Nullable String code) {
		return new ConnectFailure(operation, code, null, List.of(), true, null);
	}

	/**
	 * The same details with a coordination id.
	 * @param coordinationId the id that was sent
	 * @return other details
	 */
	public ConnectFailure withCoordinationId(String coordinationId) {
		return new ConnectFailure(this.operation, this.code, coordinationId, this.statuses, this.isTransient,
				this.retryAfter);
	}

	/**
	 * The same details with status entries.
	 * @param statuses the entries
	 * @return other details
	 */
	public ConnectFailure withStatuses(List<ConnectStatus> statuses) {
		return new ConnectFailure(this.operation, this.code, this.coordinationId, statuses, this.isTransient,
				this.retryAfter);
	}

	/**
	 * The same details with a wait that the server asked for.
	 * @param retryAfter the wait, or null for none
	 * @return other details
	 */
	public ConnectFailure withRetryAfter(@Nullable Duration retryAfter) {
		return new ConnectFailure(this.operation, this.code, this.coordinationId, this.statuses, this.isTransient,
				retryAfter);
	}

}
