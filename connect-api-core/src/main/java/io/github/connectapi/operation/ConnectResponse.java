package io.github.connectapi.operation;

import java.util.List;

import io.github.connectapi.ConnectStatus;

/**
 * Response to a call: the result of the operation and the messages of the server.
 *
 * @param result the result; null only for {@code Void}
 * @param coordinationId the id that was sent with the request
 * @param statuses the entries of the {@code StatusList}, such as warnings; each string
 * fits into one line of a log
 * @param <T> the type of the result
 */
public record ConnectResponse<T>(T result, String coordinationId, List<ConnectStatus> statuses) {

	/**
	 * Create a response with a copy of the statuses.
	 * @param result the result; null only for {@code Void}
	 * @param coordinationId the id that was sent with the request
	 * @param statuses the entries of the {@code StatusList}
	 */
	public ConnectResponse {
		statuses = List.copyOf(statuses);
	}

	/** Return coordination id and statuses, never the result. */
	@Override
	public String toString() {
		return "ConnectResponse[coordinationId=" + this.coordinationId + ", statuses=" + this.statuses + "]";
	}

}
