package io.github.connectapi.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import io.github.connectapi.Internal;

/**
 * Creates the mappers of the client. Properties are in upper camel case like those of the
 * Connect API, so that a plain record needs no annotation, and null properties are
 * omitted.
 */
@Internal
public final class JsonMappers {

	private JsonMappers() {
	}

	/**
	 * Create the mapper of the library, for envelopes and for its own types. It ignores
	 * unknown fields. A string may be as long as the body. Names are limited to 1024
	 * characters and numbers to 64 digits.
	 * @param maxBodyLength maximum length of a body, in bytes
	 * @param maxNestingDepth maximum nesting depth
	 * @return the mapper
	 */
	public static JsonMapper create(int maxBodyLength, int maxNestingDepth) {
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
		return configure(JsonMapper.builder(factory)).build();
	}

	/**
	 * Create a parser that rejects duplicate names with a
	 * {@link tools.jackson.core.exc.StreamReadException}.
	 * @param mapper a mapper of {@link #create(int, int)}, whose limits apply
	 * @param json the bytes to parse
	 * @return the parser
	 */
	public static JsonParser createParser(JsonMapper mapper, byte[] json) {
		return new UniqueNamesParser(mapper.createParser(json));
	}

	/**
	 * Create the mapper for requests and results of an application: with its modules,
	 * mix-ins and features, but in the form of the Connect API. The limits are those of
	 * the parser, which is not created by this mapper.
	 * @param application the mapper of the application, which is not changed
	 * @return the mapper
	 */
	public static JsonMapper derive(JsonMapper application) {
		// Another form of a request is not understood, and the API may add fields.
		return configure(application.rebuild()).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.disable(DeserializationFeature.UNWRAP_ROOT_VALUE)
			.disable(SerializationFeature.WRAP_ROOT_VALUE)
			.deactivateDefaultTyping()
			.build();
	}

	private static JsonMapper.Builder configure(JsonMapper.Builder builder) {
		ConnectDates.configure(builder);
		// The result is read in the middle of an envelope, so the mapper must not reject
		// trailing tokens.
		return builder.disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
			.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
	}

}
