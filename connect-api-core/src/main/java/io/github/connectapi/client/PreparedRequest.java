package io.github.connectapi.client;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.Internal;
import io.github.connectapi.Secret;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.operation.ConnectResponse;

/**
 * A request that is validated and written before a token for it is available, so that an
 * invalid request does not cost a login. Immutable and thread-safe: later changes of the
 * request body have no effect.
 *
 * @param <T> the type of the result
 */
@Internal
public final class PreparedRequest<T> {

	private final ExchangeExecutor executor;

	private final ExchangeContext context;

	private final @Nullable String body;

	private final ConnectRequest options;

	private final ParameterizedTypeReference<T> resultType;

	PreparedRequest(ExchangeExecutor executor, ExchangeContext context, @Nullable String body, ConnectRequest options,
			ParameterizedTypeReference<T> resultType) {
		this.executor = executor;
		this.context = context;
		this.body = body;
		this.options = options;
		this.resultType = resultType;
	}

	/**
	 * Prepare a request. Nothing is sent.
	 * @param client the client that will send the request
	 * @param request as for {@link ConnectClient#call}
	 * @param resultType as for {@link ConnectClient#call}
	 * @param <T> the type of the result
	 * @return the prepared request, to be sent once or more often
	 * @throws IllegalArgumentException if the request cannot be written, or if a result
	 * type is given for an operation that has no result
	 */
	public static <T> PreparedRequest<T> of(ConnectClient client, ConnectRequest request,
			ParameterizedTypeReference<T> resultType) {
		return client.prepare(request, resultType);
	}

	/**
	 * Send the request. Every invocation sends it again.
	 * @param token the token that the operation needs
	 * @param timeout as for {@link ConnectClient#call}
	 * @return the response with the status {@code Success} or {@code Warning}
	 * @throws ConnectApiException if there is no such response
	 */
	public ConnectResponse<T> send(Secret token, Duration timeout) {
		return this.executor.call(this, token, timeout);
	}

	/**
	 * Return the coordination id: that of the caller, or a random one.
	 * @return the id
	 */
	public String coordinationId() {
		return this.context.coordinationId();
	}

	ExchangeContext context() {
		return this.context;
	}

	/** Return the body as JSON, or null if the operation has no request. */
	@Nullable String body() {
		return this.body;
	}

	/** Return the level of detail of the response, or null for none. */
	@Nullable String detail() {
		return this.options.detail().orElse(null);
	}

	/** Return the timeout of this call, or null for none. */
	@Nullable Duration timeout() {
		return this.options.timeout().orElse(null);
	}

	Map<String, String> headers() {
		return this.options.headers();
	}

	ParameterizedTypeReference<T> resultType() {
		return this.resultType;
	}

	/** Return operation and coordination id, never the body. */
	@Override
	public String toString() {
		return "PreparedRequest[operation=" + this.context.operation() + ", coordinationId="
				+ this.context.coordinationId() + "]";
	}

}
