package io.github.connectapi.test.server;

import java.util.List;
import java.util.Map;

import io.github.connectapi.test.Internal;

/**
 * Lets pages of any origin use the server: responds to preflight requests and adds the
 * headers of CORS to all other responses.
 */
@Internal
public final class CorsHandler implements RequestHandler {

	private static final String ALLOW = "Access-Control-Allow-";

	private static final String EXPOSED_HEADERS = "Accept-Ranges, Content-Disposition, Content-Length, Content-Range,"
			+ " ETag, Last-Modified, Location, Retry-After";

	private final RequestHandler delegate;

	/**
	 * Create a handler.
	 * @param delegate the handler of all requests but preflight ones
	 */
	public CorsHandler(RequestHandler delegate) {
		this.delegate = delegate;
	}

	@Override
	public ScriptedResponse handle(FakeRequest request) {
		if (request.method().equals("OPTIONS") && request.headers().containsKey("Access-Control-Request-Method")) {
			return ScriptedResponse.immediate(preflight(request.headers()));
		}
		ScriptedResponse scripted = this.delegate.handle(request);
		return scripted
			.withResponse(allowOrigin(scripted.response()).header("Access-Control-Expose-Headers", EXPOSED_HEADERS));
	}

	private static FakeResponse preflight(Map<String, List<String>> headers) {
		String requested = String.join(", ", headers.getOrDefault("Access-Control-Request-Headers", List.of()));
		FakeResponse response = allowOrigin(FakeResponse.empty(204))
			.header(ALLOW + "Methods", "GET, HEAD, POST, OPTIONS")
			// A list and not *, because some browsers take the latter literally.
			.header(ALLOW + "Headers", requested.isEmpty() ? "Content-Type" : requested)
			.header("Access-Control-Max-Age", "600");
		// A page of the internet may use the loopback address only with this permission.
		return headers.containsKey("Access-Control-Request-Private-Network")
				? response.header(ALLOW + "Private-Network", "true") : response;
	}

	private static FakeResponse allowOrigin(FakeResponse response) {
		return response.header(ALLOW + "Origin", "*");
	}

}
