package io.github.connectapi.test.rest;

import java.util.regex.Pattern;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.server.FakeResponse;

/**
 * A simulated REST operation.
 *
 * @param name the name, by which faults and recorded requests find it
 * @param method the HTTP method
 * @param path the path; its group is the id
 * @param access who may call it
 * @param handler the handler of its requests
 */
@Internal
public record RestOperation(String name, String method, Pattern path, RestAccess access, Handler handler) {

	static RestOperation of(String name, String method, String path, RestAccess access, Handler handler) {
		return new RestOperation(name, method, Pattern.compile(path.replace("{id}", "([^/]+)")), access, handler);
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
		 * @param request the request, whose key and token were checked
		 * @param userName the user name of the account, or the empty string if there is
		 * no user
		 * @return the response
		 * @throws RestErrorException if the operation fails
		 */
		FakeResponse handle(RestRequest request, String userName) throws RestErrorException;

	}

}
