package io.github.connectapi.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.Secret;
import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.operation.ConnectResponse;

/**
 * A call that was checked and written, and only waits for a token. Immutable and
 * thread-safe; what happens to the request object later on does not change it.
 *
 * @param <T> the type of the result
 */
public final class PreparedCall<T> {

	private final Exchanges exchanges;

	private final ConnectOperation operation;

	private final String coordinationId;

	private final @Nullable String body;

	private final Class<T> resultType;

	PreparedCall(Exchanges exchanges, ConnectOperation operation, String coordinationId, @Nullable String body,
			Class<T> resultType) {
		this.exchanges = exchanges;
		this.operation = operation;
		this.coordinationId = coordinationId;
		this.body = body;
		this.resultType = resultType;
	}

	/**
	 * Sends it, each time it is called.
	 * @param token the token that the operation needs
	 * @param timeout how long it may take, if that is shorter than the response timeout
	 * @return what was answered under {@code Success} or {@code Warning}
	 * @throws ConnectApiException if there is no such answer
	 */
	public ConnectResponse<T> send(Secret token, Duration timeout) {
		return this.exchanges.send(this, token, timeout);
	}

	/**
	 * The id by which it can be found: the caller's, or a random one.
	 * @return the id
	 */
	public String coordinationId() {
		return this.coordinationId;
	}

	ConnectOperation operation() {
		return this.operation;
	}

	/** JSON; null if the operation has no request. */
	@Nullable String body() {
		return this.body;
	}

	Class<T> resultType() {
		return this.resultType;
	}

	/** Operation and id; the body is not shown. */
	@Override
	public String toString() {
		return "PreparedCall[operation=" + this.operation + ", coordinationId=" + this.coordinationId + "]";
	}

}
