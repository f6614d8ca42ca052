package io.github.connectapi.client;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

import org.springframework.core.NestedExceptionUtils;

import io.github.connectapi.UnexpectedFailures;
import io.github.connectapi.Secret;
import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.operation.ConnectRequest;

/**
 * Encodes requests as JSON and decodes responses within limits. It has its own mapper, so
 * settings of the application do not affect it. Properties are in upper camel case like
 * those of the Connect API, so that a plain record needs no annotation. Duplicate keys
 * and trailing content are rejected, unknown fields are ignored. A string may be as long
 * as the body. Names are limited to 1024 characters and numbers to 64 digits.
 */
final class JsonCodec {

	private final int maxBodyLength;

	private final boolean strict;

	private final JsonMapper mapper;

	/**
	 * Create a codec.
	 * @param maxBodyLength maximum length of a body, in bytes
	 * @param maxNestingDepth maximum nesting depth
	 * @param strict whether the limits also apply to values that are not used, and a
	 * response that exceeds them is malformed, which is a transient failure
	 */
	private JsonCodec(int maxBodyLength, int maxNestingDepth, boolean strict) {
		this.maxBodyLength = maxBodyLength;
		this.strict = strict;
		this.mapper = createMapper(maxBodyLength, maxNestingDepth);
	}

	static JsonCodec forSessionOperations() {
		return new JsonCodec(64 * 1024, 32, true);
	}

	static JsonCodec forOperations(int maxBodyLength) {
		return new JsonCodec(maxBodyLength, 64, false);
	}

	int maxBodyLength() {
		return this.maxBodyLength;
	}

	/**
	 * Write the body of a request as JSON.
	 * @return the JSON, or null if the request has no body
	 * @throws IllegalArgumentException if the body cannot be written as a JSON object
	 */
	@Nullable String write(ConnectRequest request) {
		Object body = request.body();
		if (body == null) {
			return null;
		}
		try {
			if (this.mapper.valueToTree(body) instanceof ObjectNode object) {
				// Written as bytes, because that escapes unpaired surrogates.
				return new String(this.mapper.writeValueAsBytes(object), StandardCharsets.UTF_8);
			}
		}
		catch (RuntimeException | Error ex) {
			if (UnexpectedFailures.isFatal(ex)) {
				throw ex;
			}
			// Not used as the cause, because its message may quote the body.
			throw new IllegalArgumentException(
					"Cannot write %s as the request body of %s because of %s".formatted(body.getClass().getName(),
							request.operation(), NestedExceptionUtils.getMostSpecificCause(ex).getClass().getName()));
		}
		throw new IllegalArgumentException(
				"Cannot write %s as the request body of %s: use a map, a JsonNode, a record or a bean"
					.formatted(body.getClass().getName(), request.operation()));
	}

	/** Encode the envelope of a request whose body is written already. */
	byte[] encode(PreparedRequest<?> request, Secret token) {
		ObjectNode envelope = createEnvelope(request.context(), token);
		if (request.body() != null) {
			envelope.putRawValue(request.context().operation().requestKey().orElseThrow(),
					new RawValue(request.body()));
		}
		return this.mapper.writeValueAsBytes(envelope);
	}

	/** Encode the envelope of a request with the given fields. */
	byte[] encode(ExchangeContext context, @Nullable Secret token, Map<String, String> fields) {
		ObjectNode envelope = createEnvelope(context, token);
		ObjectNode body = envelope.putObject(context.operation().requestKey().orElseThrow());
		fields.forEach(body::put);
		return this.mapper.writeValueAsBytes(envelope);
	}

	<T> Envelope<T> decode(ConnectOperation operation, byte[] body, Class<T> type) throws MalformedResponseException {
		if (body.length > this.maxBodyLength) {
			String message = "the body is longer than %s bytes".formatted(this.maxBodyLength);
			throw this.strict ? new MalformedResponseException(message) : new ResultConversionException(message);
		}
		try (JsonParser json = this.mapper.createParser(body)) {
			return new EnvelopeParser<>(this.mapper, this.strict, operation, type).parse(json);
		}
		catch (JacksonException ex) {
			// Not used as the cause, because its message quotes the body.
			throw new MalformedResponseException((ex instanceof StreamConstraintsException) ? "the body exceeds a limit"
					: "the body is not valid JSON");
		}
	}

	private ObjectNode createEnvelope(ExchangeContext context, @Nullable Secret token) {
		ObjectNode envelope = this.mapper.createObjectNode();
		envelope.putObject("RequestHeader")
			.put("Token", (token != null) ? token.reveal() : null)
			.put("CoordinationId", context.coordinationId());
		return envelope;
	}

	private static JsonMapper createMapper(int maxBodyLength, int maxNestingDepth) {
		StreamReadConstraints constraints = StreamReadConstraints.builder()
			.maxStringLength(maxBodyLength)
			.maxNestingDepth(maxNestingDepth)
			.maxNameLength(1024)
			.maxNumberLength(64)
			.build();
		// Recycled buffers would retain secrets.
		JsonFactory factory = JsonFactory.builder()
			.streamReadConstraints(constraints)
			.recyclerPool(JsonRecyclerPools.nonRecyclingPool())
			.build();
		// The result is read in the middle of an envelope, so the mapper must not reject
		// trailing tokens. EnvelopeParser does it for the envelope.
		return JsonMapper.builder(factory)
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
			.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
			.addModule(new SimpleModule().addDeserializer(Instant.class, new ConnectDateDeserializer()))
			.build();
	}

}
