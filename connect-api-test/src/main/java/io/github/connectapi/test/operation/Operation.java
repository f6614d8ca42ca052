package io.github.connectapi.test.operation;

import io.github.connectapi.test.Internal;
import org.jspecify.annotations.Nullable;

/**
 * A simulated operation of the API.
 *
 * @param name the name of the operation
 * @param path the path for its POST requests
 * @param requestKey the key of the request body in the envelope, or {@code null} for none
 * @param resultKey the key of the result in the envelope, or {@code null} for none
 * @param access the tokens that it accepts
 * @param handler the handler of its requests
 */
@Internal
public record Operation(String name, String path, @Nullable String requestKey, @Nullable String resultKey,
		Access access, Handler handler) {

	/**
	 * Create an operation whose path and keys follow the naming convention of the API.
	 * @param subject the segment of the path before the name, such as {@code search}
	 * @param name the name of the operation
	 * @param access the tokens that it accepts
	 * @param handler the handler of its requests
	 * @return the operation
	 */
	public static Operation of(String subject, String name, Access access, Handler handler) {
		return new Operation(name, "/v1/%s/%s".formatted(subject, name), name + "RequestBody", name + "Result", access,
				handler);
	}

	public Operation withPath(String path) {
		return new Operation(this.name, path, this.requestKey, this.resultKey, this.access, this.handler);
	}

	public Operation withRequestKey(@Nullable String requestKey) {
		return new Operation(this.name, this.path, requestKey, this.resultKey, this.access, this.handler);
	}

	public Operation withResultKey(@Nullable String resultKey) {
		return new Operation(this.name, this.path, this.requestKey, resultKey, this.access, this.handler);
	}

	/**
	 * Strategy interface to perform an operation. Called by several threads at the same
	 * time.
	 */
	@Internal
	@FunctionalInterface
	public interface Handler {

		/**
		 * Perform the operation.
		 * @param request the request, whose token was checked
		 * @return the result
		 * @throws OperationErrorException if the operation fails
		 */
		OperationResult handle(OperationRequest request) throws OperationErrorException;

	}

}
