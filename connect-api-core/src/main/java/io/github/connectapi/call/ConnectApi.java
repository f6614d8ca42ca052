package io.github.connectapi.call;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;

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
 * A call uses the token that the operation needs, waits for a session if there is none,
 * and returns or throws within the call timeout, or the timeout of the
 * {@linkplain ConnectRequest#withTimeout request}, not counting the code of customizers.
 * If the server rejects the token, the session is invalidated and the call is sent once
 * more with another session, unless the token is compromised or the invalidation is
 * ignored. An operation that is not idempotent is sent once more only after
 * {@code AUTH-012} and {@code AUTH-021}, which prove that it was not executed.
 * <p>
 * After a transient failure (an outage, an overload, no response) the call is repeated if
 * the operation is {@linkplain ConnectOperation#isIdempotent() idempotent}, or if it was
 * certainly {@linkplain io.github.connectapi.ConnectApiException#isNotSent() not sent}.
 * Otherwise its outcome is unknown, and the caller decides whether to repeat it.
 * <p>
 * Failures are reported as a {@link io.github.connectapi.ConnectApiException}, and
 * invalid arguments as an {@link IllegalArgumentException}. Neither contains a token, a
 * request or a result.
 * <p>
 * Applications can implement this interface in their tests.
 */
public interface ConnectApi {

	/**
	 * Create a builder.
	 * @param client the client that sends the calls; it is not closed
	 * @param sessions the manager of the session; it is not closed
	 * @return the builder
	 */
	static ConnectApiBuilder builder(ConnectClient client, ConnectSessionManager sessions) {
		return new ConnectApiBuilder(client, sessions);
	}

	/**
	 * Call an operation and return its result.
	 * @param operation the operation, one of {@link ConnectOperations} or a custom one
	 * @param request a record, a bean, a map or a {@code JsonNode}; null for an operation
	 * without a request. Properties are written in upper camel case; null properties are
	 * omitted
	 * @param resultType the type of the result: a record or bean whose properties are the
	 * fields in lower camel case, a {@code JsonNode} or a {@code Map}
	 * @param <T> the type of the result
	 * @return the result
	 */
	default <T> T call(ConnectOperation operation, @Nullable Object request, Class<T> resultType) {
		return exchange(ConnectRequest.of(operation, request), resultType).result();
	}

	/**
	 * Call an operation without reading its result.
	 * @param operation the operation
	 * @param request as for {@link #call(ConnectOperation, Object, Class)}
	 */
	default void call(ConnectOperation operation, @Nullable Object request) {
		exchange(ConnectRequest.of(operation, request), Void.class);
	}

	/**
	 * Call an operation and return the whole response. Use this method to set options of
	 * the call, such as the coordination id or a timeout, or to read the header of the
	 * response.
	 * @param request the request
	 * @param resultType as for {@link #call(ConnectOperation, Object, Class)}, or
	 * {@code Void} for none
	 * @param <T> the type of the result
	 * @return the response with the result and the messages of the server
	 */
	<T> ConnectResponse<T> exchange(ConnectRequest request, Class<T> resultType);

	/**
	 * Call an operation and return the whole response with a result of a generic type.
	 * <p>
	 * The default implementation passes a class to
	 * {@link #exchange(ConnectRequest, Class)}, so that an implementation in a test does
	 * not need this method.
	 * @param request the request
	 * @param resultType the type of the result, for instance {@code new
	 * ParameterizedTypeReference<Page<Image>>() {}} for a generic record {@code Page}
	 * @param <T> the type of the result
	 * @return the response with the result and the messages of the server
	 * @throws UnsupportedOperationException by the default implementation if the type is
	 * not a class
	 */
	@SuppressWarnings("unchecked") // The reference has the type of its class.
	default <T> ConnectResponse<T> exchange(ConnectRequest request, ParameterizedTypeReference<T> resultType) {
		if (resultType.getType() instanceof Class<?> type) {
			return exchange(request, (Class<T>) type);
		}
		throw new UnsupportedOperationException("This implementation of ConnectApi does not support generic results");
	}

	/**
	 * Return a {@code ConnectApi} that uses another session, for instance that of a user.
	 * It shares everything else with this one: the client, the settings, and the budget
	 * of retries. It is cheap to create.
	 * <p>
	 * The default implementation throws an exception, so that an implementation in a test
	 * does not need this method.
	 * @param sessions the manager of the session; it is not closed
	 * @return the {@code ConnectApi}
	 * @throws UnsupportedOperationException by the default implementation
	 */
	default ConnectApi forSession(ConnectSessionManager sessions) {
		throw new UnsupportedOperationException("This implementation of ConnectApi does not support other sessions");
	}

}
