package io.github.connectapi.test.server;

import java.util.List;
import java.util.Map;

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
	 * @param baseUrl the base URL of the port that received the request
	 * @param method the HTTP method
	 * @param path the path, without the query
	 * @param headers the headers
	 * @param body the body
	 * @return the response to send
	 */
	ScriptedResponse handle(String baseUrl, String method, String path, Map<String, List<String>> headers, byte[] body);

}
