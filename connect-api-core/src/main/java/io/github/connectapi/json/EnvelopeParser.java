package io.github.connectapi.json;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.MissingNode;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.ParameterizedTypeReference;

import io.github.connectapi.ConnectStatus;
import io.github.connectapi.UnexpectedFailures;
import io.github.connectapi.operation.ConnectOperation;

/**
 * Parses an envelope. Binds the result to its type while reading it, without building a
 * tree. If the result precedes the header, a tree is built first, because only the header
 * shows whether the result is used.
 */
final class EnvelopeParser<T> {

	/** Maximum number of status entries that are kept. */
	private static final int MAX_STATUSES = 100;

	private final ObjectMapper mapper;

	private final ObjectMapper resultMapper;

	private final boolean strict;

	private final ConnectOperation operation;

	private final ParameterizedTypeReference<T> type;

	private JsonNode header = MissingNode.getInstance();

	private JsonNode unboundResult = MissingNode.getInstance();

	private @Nullable T result;

	EnvelopeParser(ObjectMapper mapper, ObjectMapper resultMapper, boolean strict, ConnectOperation operation,
			ParameterizedTypeReference<T> type) {
		this.mapper = mapper;
		this.resultMapper = resultMapper;
		this.strict = strict;
		this.operation = operation;
		this.type = type;
	}

	Envelope<T> parse(JsonParser json) throws MalformedResponseException {
		if (json.nextToken() != JsonToken.START_OBJECT) {
			throw new MalformedResponseException("the body is not a JSON object");
		}
		while (json.nextToken() == JsonToken.PROPERTY_NAME) {
			parseField(json.currentName(), json);
		}
		if (json.nextToken() != null) {
			throw new MalformedResponseException("the body has trailing content after the JSON object");
		}
		if (!this.unboundResult.isMissingNode() && !isError()) {
			this.result = bind(this.resultMapper.treeAsTokens(this.unboundResult));
		}
		return toEnvelope(this.result);
	}

	private void parseField(String name, JsonParser json) throws MalformedResponseException {
		JsonToken value = json.nextToken();
		boolean isResult = this.type.getType() != Void.class && name.equals(this.operation.resultKey().orElse(null));
		if (name.equals("ResponseHeader")) {
			this.header = this.mapper.readTree(json);
		}
		else if (!isResult || value == JsonToken.VALUE_NULL) {
			skip(json);
		}
		else if (this.header.isMissingNode()) {
			this.unboundResult = this.mapper.readTree(json);
		}
		else if (isError()) {
			skip(json);
		}
		else {
			this.result = bind(json);
		}
	}

	private void skip(JsonParser json) {
		if (this.strict) {
			// The parser does not check values that it skips.
			this.mapper.readTree(json);
		}
		else {
			json.skipChildren();
		}
	}

	private boolean isError() throws MalformedResponseException {
		return toEnvelope(null).isError();
	}

	private Envelope<T> toEnvelope(@Nullable T result) throws MalformedResponseException {
		if (!this.header.isObject()) {
			throw new MalformedResponseException("the ResponseHeader is missing");
		}
		return new Envelope<>(orEmpty(JsonCodec.scalar(this.header, "Status")),
				statuses(this.header.path("StatusList")), orEmpty(JsonCodec.scalar(this.header, "CoordinationId")),
				result);
	}

	private List<ConnectStatus> statuses(JsonNode list) {
		List<ConnectStatus> statuses = new ArrayList<>();
		for (JsonNode entry : list) {
			if (entry.isObject() && statuses.size() < MAX_STATUSES) {
				statuses.add(new ConnectStatus(orEmpty(JsonCodec.scalar(entry, "Type")),
						orEmpty(JsonCodec.scalar(entry, "Code")), orEmpty(JsonCodec.scalar(entry, "Message"))));
			}
		}
		return statuses;
	}

	private T bind(JsonParser json) throws ResultConversionException {
		try {
			ObjectReader reader = this.resultMapper.readerFor(this.resultMapper.constructType(this.type.getType()));
			return reader.readValue(json);
		}
		catch (JacksonException ex) {
			if (isMalformed(ex)) {
				throw ex;
			}
			// Not used as the cause, because its message quotes the body.
			throw new ResultConversionException(describe(ex.getPath(), ex));
		}
		catch (RuntimeException | Error ex) {
			if (UnexpectedFailures.isFatal(ex)) {
				throw ex;
			}
			throw new ResultConversionException(describe(List.of(), ex));
		}
	}

	private boolean isMalformed(JacksonException failure) {
		if (failure instanceof StreamConstraintsException) {
			return this.strict;
		}
		// A number out of range is well-formed, but cannot be converted.
		return failure instanceof StreamReadException && !(failure instanceof InputCoercionException);
	}

	/** Describe a failure by its position and the exception of a deserializer. */
	private String describe(List<JacksonException.Reference> references, Throwable failure) {
		String path = references.stream()
			.map((reference) -> (reference.getPropertyName() != null) ? reference.getPropertyName()
					: "[" + reference.getIndex() + "]")
			.collect(Collectors.joining("."));
		String description = "the result cannot be converted to %s".formatted(this.type.getType().getTypeName());
		if (!path.isEmpty()) {
			description = "%s at %s".formatted(description, path);
		}
		Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
		return (root instanceof JacksonException) ? description
				: "%s because of %s".formatted(description, root.getClass().getName());
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
