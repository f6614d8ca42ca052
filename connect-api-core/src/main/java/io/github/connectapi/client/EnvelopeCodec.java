package io.github.connectapi.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.github.connectapi.ConnectStatus;
import io.github.connectapi.Secret;
import io.github.connectapi.operation.ConnectOperation;

/**
 * The JSON of session operations. It has a mapper of its own, so that settings of an
 * application do not change what is sent or believed: duplicate keys, trailing text, deep
 * nesting and very long texts are refused, unknown fields are passed over.
 */
final class EnvelopeCodec {

	/** No more of an answer is read or believed, in bytes. */
	static final int MAX_BODY = 64 * 1024;

	/** An exception keeps them; further ones are passed over. */
	private static final int MAX_LIST = 100;

	/** Stands for a token of another type than text, to be refused as a blank one is. */
	private static final String NO_TOKEN = " ";

	private final JsonMapper mapper = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(32)
				.maxStringLength(16 * 1024)
				.maxNameLength(1024)
				.maxNumberLength(64)
				.build())
			// A buffer for reuse would keep secrets.
			.recyclerPool(JsonRecyclerPools.nonRecyclingPool())
			.build())
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	byte[] encode(ConnectOperation operation, @Nullable Secret token, String coordinationId,
			Map<String, String> fields) {
		ObjectNode request = this.mapper.createObjectNode();
		request.putObject("RequestHeader")
			.put("Token", (token != null) ? token.reveal() : null)
			.put("CoordinationId", coordinationId);
		ObjectNode body = request.putObject(operation.requestKey().orElseThrow());
		fields.forEach(body::put);
		return this.mapper.writeValueAsBytes(request);
	}

	Envelope<Envelope.SessionResult> decode(ConnectOperation operation, byte[] body) throws MalformedResponseException {
		if (body.length > MAX_BODY) {
			throw new MalformedResponseException("an answer longer than " + MAX_BODY + " bytes");
		}
		JsonNode root = parse(body);
		return envelope(root.path("ResponseHeader"), result(root.path(operation.resultKey().orElseThrow())));
	}

	/** An envelope with this header and this result. */
	static <T> Envelope<T> envelope(JsonNode header, @Nullable T result) throws MalformedResponseException {
		if (!header.isObject()) {
			throw new MalformedResponseException("an answer without ResponseHeader");
		}
		return new Envelope<>(orEmpty(scalar(header, "Status")), statuses(header.path("StatusList")),
				orEmpty(scalar(header, "CoordinationId")), result);
	}

	private JsonNode parse(byte[] body) throws MalformedResponseException {
		try {
			return this.mapper.readTree(body);
		}
		catch (JacksonException ex) {
			// Not as the cause: its message quotes the body.
			throw new MalformedResponseException("an answer that is not JSON as expected");
		}
	}

	private static List<ConnectStatus> statuses(JsonNode list) {
		List<ConnectStatus> statuses = new ArrayList<>();
		for (JsonNode entry : list) {
			if (entry.isObject() && statuses.size() < MAX_LIST) {
				statuses.add(new ConnectStatus(orEmpty(scalar(entry, "Type")), orEmpty(scalar(entry, "Code")),
						orEmpty(scalar(entry, "Message"))));
			}
		}
		return statuses;
	}

	private static Envelope.@Nullable SessionResult result(JsonNode result) {
		if (!result.isObject()) {
			return null;
		}
		return new Envelope.SessionResult(token(result, "Token"), token(result, "SecureToken"),
				scalar(result, "AccountId"), scalar(result, "TokenDurationMinutes"));
	}

	private static @Nullable String token(JsonNode node, String field) {
		JsonNode value = node.path(field);
		if (value.isMissingNode() || value.isNull()) {
			return null;
		}
		return value.isString() ? value.stringValue() : NO_TOKEN;
	}

	/** Text or number; a number as it is written. */
	private static @Nullable String scalar(JsonNode node, String field) {
		JsonNode value = node.path(field);
		return (value.isString() || value.isNumber()) ? value.asString() : null;
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
