package io.github.connectapi.test.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.operation.StatusEntry.Severity;
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
		ObjectNode envelope = withHeader(request, (result.hasWarning() ? "warning" : "success"));
		result.entries().forEach((entry) -> addStatus(envelope, entry));
		return response(
				withResult(request, envelope, (result.json() != null) ? result.json() : Json.MAPPER.nullNode()));
	}

	public static FakeResponse error(OperationRequest request, String code, @Nullable String message) {
		return error(request, List.of(new StatusEntry(Severity.ERROR, code, message)), null);
	}

	static FakeResponse error(OperationRequest request, OperationErrorException failure) {
		List<StatusEntry> entries = new ArrayList<>();
		entries.add(new StatusEntry(Severity.ERROR, failure.code(), failure.text()));
		entries.addAll(failure.details());
		return error(request, entries, failure.result());
	}

	private static FakeResponse error(OperationRequest request, List<StatusEntry> entries,
			@Nullable ObjectNode result) {
		ObjectNode envelope = withHeader(request, "error");
		entries.forEach((entry) -> addStatus(envelope, entry));
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
			addStatus(envelope, new StatusEntry(Severity.WARNING, code, message));
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

	private static void addStatus(ObjectNode envelope, StatusEntry entry) {
		header(envelope).withArray("StatusList")
			.addObject()
			.put("Type", entry.severity().wireName())
			.put("Code", entry.code())
			.put("Message", entry.message());
	}

	private static ObjectNode header(ObjectNode envelope) {
		return envelope.withObject("/ResponseHeader");
	}

}
