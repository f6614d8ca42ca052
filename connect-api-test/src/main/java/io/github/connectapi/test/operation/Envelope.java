package io.github.connectapi.test.operation;

import java.util.function.UnaryOperator;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.server.FakeResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Creates and changes responses that have an envelope. The status is in lower case, since
 * existing clients compare it with {@code success}.
 */
@Internal
public final class Envelope {

	private Envelope() {
	}

	public static FakeResponse success(OperationRequest request, JsonNode result) {
		return response(withResult(request, withHeader(request, "success"), result));
	}

	static FakeResponse success(OperationRequest request, OperationResult result) {
		FakeResponse response = success(request, (result.json() != null) ? result.json() : Json.MAPPER.nullNode());
		for (OperationResult.Warning warning : result.warnings()) {
			response = warning(response, warning.code(), warning.message());
		}
		return response;
	}

	public static FakeResponse error(OperationRequest request, String code, @Nullable String message) {
		return error(request, code, message, null);
	}

	static FakeResponse error(OperationRequest request, OperationErrorException ex) {
		return error(request, ex.code(), ex.text(), ex.result());
	}

	private static FakeResponse error(OperationRequest request, String code, @Nullable String message,
			@Nullable ObjectNode result) {
		ObjectNode envelope = withHeader(request, "error");
		addStatus(envelope, "Error", code, message);
		return response(withResult(request, envelope, (result != null) ? result : Json.MAPPER.nullNode()));
	}

	/**
	 * Turn the envelope of a response into a warning.
	 * @param response the response
	 * @param code the code of the warning
	 * @param message the message of the warning, or {@code null}
	 * @return the changed response, or the same one if it has no envelope
	 */
	public static FakeResponse warning(FakeResponse response, String code, @Nullable String message) {
		return edit(response, (envelope) -> {
			header(envelope).put("Status", "warning");
			addStatus(envelope, "Warning", code, message);
			return envelope;
		});
	}

	static FakeResponse edit(FakeResponse response, UnaryOperator<ObjectNode> edit) {
		ObjectNode envelope = Json.objectOrNull(response.body());
		return (envelope != null) ? response.body(Json.MAPPER.writeValueAsBytes(edit.apply(envelope))) : response;
	}

	private static FakeResponse response(ObjectNode envelope) {
		return FakeResponse.empty(200).body("application/json; charset=utf-8", Json.MAPPER.writeValueAsBytes(envelope));
	}

	private static ObjectNode withResult(OperationRequest request, ObjectNode envelope, JsonNode result) {
		String key = request.operation().resultKey();
		if (key != null) {
			envelope.set(key, result);
		}
		return envelope;
	}

	private static ObjectNode withHeader(OperationRequest request, String status) {
		ObjectNode envelope = Json.object();
		ObjectNode header = envelope.putObject("ResponseHeader");
		header.put("Status", status);
		header.putArray("StatusList");
		JsonNode coordinationId = request.coordinationId();
		if (coordinationId != null) {
			header.set("CoordinationId", coordinationId);
		}
		return envelope;
	}

	private static void addStatus(ObjectNode envelope, String type, String code, @Nullable String message) {
		ObjectNode entry = header(envelope).withArray("StatusList").addObject();
		entry.put("Type", type).put("Code", code).put("Message", message);
	}

	private static ObjectNode header(ObjectNode envelope) {
		return envelope.withObject("/ResponseHeader");
	}

}
