package io.github.connectapi.call;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.operation.ConnectResponse;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * Calls operations of the Connect API with the token of the session that a
 * {@link ConnectSessionManager} keeps alive. Thread-safe.
 * <p>
 * A call takes the token that the operation needs, waits for a session if there is none,
 * and returns or throws before the call timeout is over. If the server rejects the token,
 * the session is reported, and the call is sent once more with another one: it was not
 * executed, so that holds for every operation. What may pass (an outage, an overload, no
 * answer) is repeated only if the operation {@linkplain ConnectOperation#isIdempotent()
 * may be repeated}; the outcome of another one is then unclear, and left to the caller.
 * <p>
 * What is thrown is a {@link io.github.connectapi.ConnectApiException}, but for arguments
 * that cannot be sent: those are an {@link IllegalArgumentException}. Neither contains a
 * token, a request or a result.
 * <p>
 * An interface, so that an application can replace it in its tests.
 */
public interface ConnectApi {

	/**
	 * Begins to build one.
	 * @param client sends the calls; not closed with it
	 * @param sessions has the session; not closed with it
	 * @return a builder
	 */
	static ConnectApiBuilder builder(ConnectClient client, ConnectSessionManager sessions) {
		return new ConnectApiBuilder(client, sessions);
	}

	/**
	 * Calls an operation.
	 * @param operation what to call, one of {@link ConnectOperations} or your own
	 * @param request a record, a bean, a map or a {@code JsonNode}; null for an operation
	 * without a request. Properties are written in upper camel case, null ones not at all
	 * @param resultType what to make of the result: a record or bean whose properties are
	 * called as the fields but in lower camel case, a {@code JsonNode} or a {@code Map}
	 * @param <T> the type of the result
	 * @return the result
	 */
	default <T> T call(ConnectOperation operation, @Nullable Object request, Class<T> resultType) {
		return exchange(ConnectRequest.of(operation, request), resultType).result();
	}

	/**
	 * Calls an operation whose result does not matter, or that has none.
	 * @param operation what to call
	 * @param request as for {@link #call(ConnectOperation, Object, Class)}
	 */
	default void call(ConnectOperation operation, @Nullable Object request) {
		exchange(ConnectRequest.of(operation, request), Void.class);
	}

	/**
	 * Calls an operation with a coordination id of the caller, or looks at the header of
	 * the response.
	 * @param request what to call
	 * @param resultType as for {@link #call(ConnectOperation, Object, Class)}, or
	 * {@code Void} for none
	 * @param <T> the type of the result
	 * @return the result and what the server had to say about it
	 */
	<T> ConnectResponse<T> exchange(ConnectRequest request, Class<T> resultType);

}
