package io.github.connectapi.test;

import java.util.Map;

import io.github.connectapi.test.oauth2.TokenEndpoint;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.server.FakeResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request for a token of OAuth 2. It has no envelope and no token.
 *
 * @param endpoint the token endpoint
 * @param form the fields of the request
 * @param baseUrl the base URL of the port that received the request
 * @param path the path of the request
 * @param httpBaseUrl the base URL of plain http
 */
record TokenTarget(TokenEndpoint endpoint, Map<String, String> form, String baseUrl, String path,
		String httpBaseUrl) implements FaultTarget {

	static final String TOKEN_REQUEST = "TokenRequest";

	@Override
	public FakeResponse perform() {
		return this.endpoint.issue(this.form);
	}

	@Override
	public FakeResponse result(JsonNode result) {
		return FakeResponse.empty(200).body("application/json;charset=UTF-8", Json.MAPPER.writeValueAsBytes(result));
	}

	@Override
	public FakeResponse error(String code, @Nullable String message) {
		return TokenEndpoint.error(400, code, message);
	}

}
