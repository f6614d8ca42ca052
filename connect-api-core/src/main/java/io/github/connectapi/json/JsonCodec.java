package io.github.connectapi.json;

import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.util.function.SingletonSupplier;

import io.github.connectapi.Internal;
import io.github.connectapi.Secret;
import io.github.connectapi.UnexpectedFailures;
import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.operation.ConnectRequest;

/**
 * Encodes requests as JSON and decodes responses within limits. Envelopes, sessions and
 * types of the library are mapped by its own mapper, so that settings of the application
 * do not affect them. Trailing content is rejected.
 */
@Internal
public final class JsonCodec {

	private static final String LIBRARY_PREFIX = "io.github.connectapi.";

	private final int maxBodyLength;

	private final boolean strict;

	/** For envelopes and types of the library. */
	private final JsonMapper mapper;

	/** For other types; null if there are no settings of an application. */
	private final @Nullable SingletonSupplier<JsonMapper> applicationMapper;

	/**
	 * Create a codec.
	 * @param maxBodyLength maximum length of a body, in bytes
	 * @param maxNestingDepth maximum nesting depth
	 * @param strict whether the limits also apply to values that are not used, and a
	 * response that exceeds them is malformed, which is a transient failure
	 * @param application the mapper of the application, or null
	 */
	private JsonCodec(int maxBodyLength, int maxNestingDepth, boolean strict, @Nullable JsonMapper application) {
		this.maxBodyLength = maxBodyLength;
		this.strict = strict;
		this.mapper = JsonMappers.create(maxBodyLength, maxNestingDepth);
		this.applicationMapper = (application != null) ? SingletonSupplier.of(() -> JsonMappers.derive(application))
				: null;
	}

	/**
	 * Create a codec for responses of up to 64 KiB with a session.
	 * @return the codec
	 */
	public static JsonCodec forSessionOperations() {
		return new JsonCodec(64 * 1024, 32, true, null);
	}

	/**
	 * Create a codec for calls.
	 * @param maxBodyLength maximum length of a body, in bytes
	 * @param application the mapper of the application, or null
	 * @return the codec
	 */
	public static JsonCodec forOperations(int maxBodyLength, @Nullable JsonMapper application) {
		return new JsonCodec(maxBodyLength, 64, false, application);
	}

	/**
	 * Return the maximum length of a body.
	 * @return the number of bytes
	 */
	public int maxBodyLength() {
		return this.maxBodyLength;
	}

	/**
	 * Write the body of a request as JSON.
	 * @param request the request
	 * @return the JSON, or null if the request has no body
	 * @throws IllegalArgumentException if the body cannot be written as a JSON object
	 */
	public @Nullable String write(ConnectRequest request) {
		Object body = request.body();
		if (body == null) {
			return null;
		}
		try {
			if (mapperFor(body.getClass()).valueToTree(body) instanceof ObjectNode object) {
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

	/**
	 * Encode an envelope.
	 * @param header the header
	 * @param operation the operation
	 * @param body the request as JSON; null if it has none
	 * @return the bytes
	 */
	public byte[] encode(RequestHeader header, ConnectOperation operation, @Nullable String body) {
		ObjectNode envelope = createEnvelope(header);
		if (body != null) {
			envelope.putRawValue(operation.requestKey().orElseThrow(), new RawValue(body));
		}
		return this.mapper.writeValueAsBytes(envelope);
	}

	/**
	 * Encode an envelope whose request has the given fields.
	 * @param header the header
	 * @param operation the operation
	 * @param fields the fields of the request
	 * @return the bytes
	 */
	public byte[] encode(RequestHeader header, ConnectOperation operation, Map<String, String> fields) {
		ObjectNode envelope = createEnvelope(header);
		ObjectNode body = envelope.putObject(operation.requestKey().orElseThrow());
		fields.forEach(body::put);
		return this.mapper.writeValueAsBytes(envelope);
	}

	/**
	 * Decode an envelope.
	 * @param operation the operation
	 * @param body the body of the response
	 * @param type the type of the result
	 * @param <T> the type of the result
	 * @return the envelope
	 * @throws MalformedResponseException if the body is not an envelope, or its result
	 * cannot be converted
	 */
	public <T> Envelope<T> decode(ConnectOperation operation, byte[] body, ParameterizedTypeReference<T> type)
			throws MalformedResponseException {
		if (body.length > this.maxBodyLength) {
			String message = "the body is longer than %s bytes".formatted(this.maxBodyLength);
			throw this.strict ? new MalformedResponseException(message) : new ResultConversionException(message);
		}
		try (JsonParser json = JsonMappers.createParser(this.mapper, body)) {
			JsonMapper resultMapper = mapperFor(ResolvableType.forType(type.getType()).toClass());
			return new EnvelopeParser<>(this.mapper, resultMapper, this.strict, operation, type).parse(json);
		}
		catch (JacksonException ex) {
			// Not used as the cause, because its message quotes the body.
			throw new MalformedResponseException((ex instanceof StreamConstraintsException) ? "the body exceeds a limit"
					: "the body is not valid JSON");
		}
	}

	/**
	 * Return a string or a number unchanged.
	 * @param node an object
	 * @param field the name of a field
	 * @return the value; null if the field is missing or of another type
	 */
	public static @Nullable String scalar(JsonNode node, String field) {
		JsonNode value = node.path(field);
		return (value.isString() || value.isNumber()) ? value.asString() : null;
	}

	/**
	 * Read a body that is a JSON object without an envelope.
	 * @param body the body of the response
	 * @return the object
	 * @throws MalformedResponseException if the body is not a JSON object, or exceeds a
	 * limit
	 */
	public ObjectNode readObject(byte[] body) throws MalformedResponseException {
		if (body.length > this.maxBodyLength) {
			throw new MalformedResponseException("the body is longer than %s bytes".formatted(this.maxBodyLength));
		}
		try (JsonParser json = JsonMappers.createParser(this.mapper, body)) {
			if (this.mapper.readTree(json) instanceof ObjectNode object && json.nextToken() == null) {
				return object;
			}
		}
		catch (JacksonException ex) {
			// Not used as the cause, because its message quotes the body.
			throw new MalformedResponseException("the body is not valid JSON");
		}
		throw new MalformedResponseException("the body is not a JSON object");
	}

	private ObjectNode createEnvelope(RequestHeader header) {
		ObjectNode envelope = this.mapper.createObjectNode();
		Secret token = header.token();
		ObjectNode node = envelope.putObject("RequestHeader").put("Token", (token != null) ? token.reveal() : null);
		if (header.detail() != null) {
			node.put("Detail", header.detail());
		}
		node.put("CoordinationId", header.coordinationId());
		return envelope;
	}

	/** Return the mapper for a type: the settings of the application are for its own. */
	private JsonMapper mapperFor(Class<?> type) {
		JsonMapper application = (this.applicationMapper != null) ? this.applicationMapper.obtain() : this.mapper;
		return isLibraryType(type) ? this.mapper : application;
	}

	// Not by the name alone, because an application may have the same prefix.
	private static boolean isLibraryType(Class<?> type) {
		return type.getName().startsWith(LIBRARY_PREFIX) && Objects.equals(location(type), location(JsonCodec.class));
	}

	private static @Nullable CodeSource location(Class<?> type) {
		return type.getProtectionDomain().getCodeSource();
	}

	/**
	 * Header of a request.
	 *
	 * @param token the token; null for none
	 * @param coordinationId the coordination id
	 * @param detail the level of detail of the response; null for none
	 */
	@Internal
	public record RequestHeader(@Nullable Secret token, String coordinationId, @Nullable String detail) {
	}

}
