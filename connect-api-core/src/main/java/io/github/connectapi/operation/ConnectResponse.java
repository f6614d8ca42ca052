package io.github.connectapi.operation;

import java.util.List;

import io.github.connectapi.ConnectStatus;

/**
 * What an operation answered: its result, and what the server had to say about it.
 *
 * @param result the result; null only for {@code Void}
 * @param coordinationId the id that was sent with the request
 * @param statuses the entries of the {@code StatusList}, such as warnings; their texts
 * are fit for one line of a log
 * @param <T> the type of the result
 */
public record ConnectResponse<T>(T result, String coordinationId, List<ConnectStatus> statuses) {

	/**
	 * Copies the statuses.
	 * @param result the result; null only for {@code Void}
	 * @param coordinationId the id that was sent with the request
	 * @param statuses the entries of the {@code StatusList}
	 */
	public ConnectResponse {
		statuses = List.copyOf(statuses);
	}

	/** Id and statuses; the result is not shown. */
	@Override
	public String toString() {
		return "ConnectResponse[coordinationId=" + this.coordinationId + ", statuses=" + this.statuses + "]";
	}

}
