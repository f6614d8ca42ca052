package io.github.connectapi.test;

import io.github.connectapi.test.operation.Envelope;
import io.github.connectapi.test.operation.OperationRequest;
import io.github.connectapi.test.operation.Operations;
import io.github.connectapi.test.server.FakeResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request for an operation.
 *
 * @param request the request, whose token has not been checked
 * @param operations all operations
 * @param httpBaseUrl the base URL of plain http
 */
record OperationTarget(OperationRequest request, Operations operations, String httpBaseUrl) implements FaultTarget {

	@Override
	public FakeResponse perform() {
		return this.operations.perform(this.request);
	}

	@Override
	public FakeResponse result(JsonNode result) {
		return this.operations.checkAndReturn(this.request, result);
	}

	@Override
	public FakeResponse error(String code, @Nullable String message) {
		return Envelope.error(this.request, code, message);
	}

	@Override
	public String baseUrl() {
		return this.request.baseUrl();
	}

	@Override
	public String path() {
		return this.request.operation().path();
	}

}
