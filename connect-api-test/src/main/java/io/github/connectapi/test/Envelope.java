package io.github.connectapi.test;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The envelope of every answer. The status is in lower case: working clients compared it
 * so.
 */
final class Envelope {

	private Envelope() {
	}

	static ObjectNode success(Call call, JsonNode result) {
		return withResult(call, withHeader(call, "success"), result);
	}

	static ObjectNode error(Call call, String code, @Nullable String message) {
		ObjectNode envelope = withHeader(call, "error");
		addStatus(envelope, "Error", code, message);
		return withResult(call, envelope, Json.MAPPER.nullNode());
	}

	static ObjectNode warning(ObjectNode envelope, String code, @Nullable String message) {
		header(envelope).put("Status", "warning");
		addStatus(envelope, "Warning", code, message);
		return envelope;
	}

	private static ObjectNode withResult(Call call, ObjectNode envelope, JsonNode result) {
		String key = call.operation().resultKey();
		if (key != null) {
			envelope.set(key, result);
		}
		return envelope;
	}

	private static ObjectNode withHeader(Call call, String status) {
		ObjectNode envelope = Json.object();
		ObjectNode header = envelope.putObject("ResponseHeader");
		header.put("Status", status);
		header.putArray("StatusList");
		JsonNode coordinationId = call.coordinationId();
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
