package io.github.connectapi.test;

import io.github.connectapi.test.file.FileRequest;
import io.github.connectapi.test.file.FileServer;
import io.github.connectapi.test.operation.Access;
import io.github.connectapi.test.operation.Envelope;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.operation.Operation;
import io.github.connectapi.test.operation.OperationRequest;
import io.github.connectapi.test.operation.OperationResult;
import io.github.connectapi.test.server.FakeResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request for a file. It has no envelope and no token.
 *
 * @param files the files
 * @param method the HTTP method
 * @param request the request
 * @param baseUrl the base URL of the port that received the request
 * @param httpBaseUrl the base URL of plain http
 */
record FileTarget(FileServer files, String method, FileRequest request, String baseUrl,
		String httpBaseUrl) implements FaultTarget {

	static final String DOWNLOAD = "FileDownload";

	/** For an error envelope, which has no result. */
	private static final Operation OPERATION = Operation
		.of("file", DOWNLOAD, Access.UNCHECKED, (request) -> OperationResult.empty())
		.withResultKey(null);

	/** Whether the request is for a licensed file. */
	boolean isDownload() {
		return this.method.equals("GET") && path().startsWith("/downloads/");
	}

	@Override
	public FakeResponse perform() {
		return this.files.handle(this.method, this.request).orElseGet(() -> FakeResponse.html(404, "404 Not Found"));
	}

	@Override
	public FakeResponse result(JsonNode result) {
		return FakeResponse.empty(200).body("application/json; charset=utf-8", Json.MAPPER.writeValueAsBytes(result));
	}

	@Override
	public FakeResponse error(String code, @Nullable String message) {
		return Envelope.error(new OperationRequest(OPERATION, null, this.baseUrl), code, message);
	}

	@Override
	public String path() {
		return this.request.path();
	}

}
