package io.github.connectapi.test.operation;

import io.github.connectapi.test.Internal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A simulated operation of the API.
 *
 * @param name the name of the operation
 * @param path the path for its POST requests
 * @param requestKey the key of the request body in the envelope, or {@code null} for none
 * @param resultKey the key of the result in the envelope, or {@code null} for none
 * @param requiresHttps whether the operation is documented for https only
 * @param handler the handler of its requests
 */
@Internal
public record Operation(String name, String path, @Nullable String requestKey, @Nullable String resultKey,
		boolean requiresHttps, Handler handler) {

	/** Create an operation whose result key follows the naming convention of the API. */
	Operation(String name, String path, String requestKey, boolean requiresHttps, Handler handler) {
		this(name, path, requestKey, name + "Result", requiresHttps, handler);
	}

	/**
	 * Strategy interface to perform an operation.
	 */
	@Internal
	@FunctionalInterface
	public interface Handler {

		/**
		 * Perform the operation.
		 * @param request the request
		 * @return the result
		 * @throws OperationErrorException if the operation fails
		 */
		ObjectNode handle(OperationRequest request) throws OperationErrorException;

	}

}
