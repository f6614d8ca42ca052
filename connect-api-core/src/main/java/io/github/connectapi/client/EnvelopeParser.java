package io.github.connectapi.client;

import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.MissingNode;

import io.github.connectapi.operation.ConnectOperation;

/**
 * Reads one envelope. The result is bound to its type while it is read, without a tree of
 * it, unless it comes before the header that says whether there is one.
 */
final class EnvelopeParser<T> {

	private final ObjectMapper mapper;

	private final ConnectOperation operation;

	private final Class<T> type;

	private JsonNode header = MissingNode.getInstance();

	private JsonNode early = MissingNode.getInstance();

	private @Nullable T result;

	EnvelopeParser(ObjectMapper mapper, ConnectOperation operation, Class<T> type) {
		this.mapper = mapper;
		this.operation = operation;
		this.type = type;
	}

	Envelope<T> read(JsonParser json) throws MalformedResponseException {
		if (json.nextToken() != JsonToken.START_OBJECT) {
			throw new MalformedResponseException("an answer that is not a JSON object");
		}
		while (json.nextToken() == JsonToken.PROPERTY_NAME) {
			field(json.currentName(), json);
		}
		if (json.nextToken() != null) {
			throw new MalformedResponseException("an answer with something after its end");
		}
		if (!this.early.isMissingNode() && !isError()) {
			this.result = bind(this.mapper.treeAsTokens(this.early));
		}
		return EnvelopeCodec.envelope(this.header, this.result);
	}

	private void field(String name, JsonParser json) throws MalformedResponseException {
		JsonToken value = json.nextToken();
		boolean wanted = this.type != Void.class && name.equals(this.operation.resultKey().orElse(null));
		if (name.equals("ResponseHeader")) {
			this.header = this.mapper.readTree(json);
		}
		else if (!wanted || value == JsonToken.VALUE_NULL) {
			json.skipChildren();
		}
		else if (this.header.isMissingNode()) {
			this.early = this.mapper.readTree(json);
		}
		else if (isError()) {
			json.skipChildren();
		}
		else {
			this.result = bind(json);
		}
	}

	private boolean isError() throws MalformedResponseException {
		return EnvelopeCodec.envelope(this.header, null).isError();
	}

	private T bind(JsonParser json) throws ResultConversionException {
		ObjectReader reader = this.mapper.readerFor(this.type);
		try {
			return reader.readValue(json);
		}
		catch (JacksonException ex) {
			// A number out of range is read well, and does not fit.
			if (ex instanceof StreamReadException && !(ex instanceof InputCoercionException)) {
				throw ex;
			}
			// Not as the cause: its message quotes the body.
			throw new ResultConversionException("its result does not fit " + this.type.getName() + at(ex));
		}
	}

	private static String at(JacksonException failure) {
		String path = failure.getPath()
			.stream()
			.map((reference) -> (reference.getPropertyName() != null) ? reference.getPropertyName()
					: "[" + reference.getIndex() + "]")
			.collect(Collectors.joining("."));
		return path.isEmpty() ? "" : " at " + path;
	}

}
