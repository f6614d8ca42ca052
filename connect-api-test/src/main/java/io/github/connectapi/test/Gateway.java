package io.github.connectapi.test;

import java.util.List;
import java.util.Map;

/**
 * Answers one HTTP request, whatever it is. Called by many threads at a time.
 */
@FunctionalInterface
interface Gateway {

	/**
	 * Answers one request.
	 * @param baseUrl the address that was asked
	 * @param method the HTTP method
	 * @param path the path, without the query
	 * @param headers the headers
	 * @param body the body
	 * @return what to answer
	 */
	ScriptedResponse handle(String baseUrl, String method, String path, Map<String, List<String>> headers, byte[] body);

}
