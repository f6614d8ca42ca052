package io.github.connectapi.call;

import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;

import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.operation.ConnectResponse;

/**
 * Calls operations of the Connect API without blocking the caller, for instance in a
 * reactive application. Each call is executed by a {@link ConnectApi} on another thread,
 * with its timeout, retries and exceptions. Thread-safe. Close it when it is no longer
 * needed.
 * <p>
 * The number of calls in progress is limited, and no call waits for another one: if the
 * maximum is in progress, a call is refused at once with a
 * {@link io.github.connectapi.ConnectCallRejectedException}, and nothing is sent.
 * <p>
 * The methods never throw and never block. A stage that fails is completed with the
 * exception that the {@code ConnectApi} would throw, not with a
 * {@link java.util.concurrent.CompletionException}; stages that depend on it wrap it as
 * usual. If a stage is canceled or completed by the caller, its call is interrupted, and
 * whether it was executed is unknown. A stage that depends on it does not pass on its own
 * cancellation.
 * <p>
 * A call inherits nothing from the thread of its caller: no thread-locals, log context,
 * observation or security context. Stages that depend on it without an executor run on
 * the thread of the call.
 * <p>
 * Applications can implement this interface in their tests, or create one with a
 * {@code ConnectApi} of their own.
 */
public interface AsyncConnectApi extends AutoCloseable {

	/**
	 * Create a builder.
	 * @param connect the API that executes the calls; it is not closed
	 * @return the builder
	 */
	static AsyncConnectApiBuilder builder(ConnectApi connect) {
		return new AsyncConnectApiBuilder(connect);
	}

	/**
	 * Call an operation and return the whole response.
	 * @param request as for {@link ConnectApi#exchange(ConnectRequest, Class)}
	 * @param resultType as for {@link ConnectApi#exchange(ConnectRequest, Class)}
	 * @param <T> the type of the result
	 * @return the stage of the call
	 */
	<T> CompletionStage<ConnectResponse<T>> exchange(ConnectRequest request, Class<T> resultType);

	/**
	 * Call an operation and return the whole response with a result of a generic type.
	 * @param request as for
	 * {@link ConnectApi#exchange(ConnectRequest, ParameterizedTypeReference)}
	 * @param resultType as for
	 * {@link ConnectApi#exchange(ConnectRequest, ParameterizedTypeReference)}
	 * @param <T> the type of the result
	 * @return the stage of the call
	 */
	<T> CompletionStage<ConnectResponse<T>> exchange(ConnectRequest request, ParameterizedTypeReference<T> resultType);

	/**
	 * Call an operation and return its result.
	 * @param operation as for {@link ConnectApi#call(ConnectOperation, Object, Class)}
	 * @param request as for {@link ConnectApi#call(ConnectOperation, Object, Class)}
	 * @param resultType as for {@link ConnectApi#call(ConnectOperation, Object, Class)}
	 * @param <T> the type of the result
	 * @return the stage of the call
	 */
	<T> CompletionStage<T> call(ConnectOperation operation, @Nullable Object request, Class<T> resultType);

	/**
	 * Interrupt the calls in progress, without waiting for them. They end with a
	 * {@link io.github.connectapi.ConnectInterruptedException}, whose
	 * {@link io.github.connectapi.ConnectApiException#isNotSent() isNotSent()} is known.
	 * Later calls end with a {@link io.github.connectapi.ConnectClosedException}.
	 */
	@Override
	void close();

}
