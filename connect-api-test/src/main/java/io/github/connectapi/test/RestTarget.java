package io.github.connectapi.test;

import io.github.connectapi.test.rest.RestApi;
import io.github.connectapi.test.rest.RestRequest;
import io.github.connectapi.test.rest.RestResponses;
import io.github.connectapi.test.server.FakeResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request for a REST operation. It has no envelope.
 *
 * @param api all REST operations
 * @param request the request, whose key and token have not been checked
 * @param httpBaseUrl the base URL of plain http
 */
record RestTarget(RestApi api, RestRequest request, String httpBaseUrl) implements FaultTarget {

	@Override
	public FakeResponse perform() {
		return this.api.perform(this.request);
	}

	@Override
	public FakeResponse result(JsonNode result) {
		return this.api.checkAndReturn(this.request, result);
	}

	@Override
	public FakeResponse error(String code, @Nullable String message) {
		return RestResponses.error(400, code, message);
	}

	@Override
	public String baseUrl() {
		return this.request.http().baseUrl();
	}

	@Override
	public String path() {
		return this.request.http().path();
	}

}
