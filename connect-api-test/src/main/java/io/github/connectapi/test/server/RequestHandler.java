package io.github.connectapi.test.server;

import io.github.connectapi.test.Internal;

/**
 * Strategy interface to handle one HTTP request. Called by several threads at the same
 * time.
 */
@Internal
@FunctionalInterface
public interface RequestHandler {

	/**
	 * Handle one request.
	 * @param request the request
	 * @return the response to send
	 */
	ScriptedResponse handle(FakeRequest request);

}
