package io.github.connectapi.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import io.github.connectapi.benchmarks.HandWrittenClient.RequestHeader;
import io.github.connectapi.benchmarks.HandWrittenClient.ResponseHeader;
import io.github.connectapi.search.SearchForImages;
import io.github.connectapi.search.SearchForImagesResult;

/**
 * A search of 25 images with all documented fields, keywords and refinement options. The
 * response was recorded from the fake server. All clients map it to the records of this
 * library.
 */
final class TypedSearch {

	static final SearchForImages SEARCH = new SearchForImages("tree").withIncludeKeywords(true)
		.withRefinementOptionsSet("RefinementSet1");

	private static final String[] RESPONSE = read("search-response.json").split("\\{id}", 2);

	private static final byte[] RESPONSE_START = RESPONSE[0].getBytes(StandardCharsets.UTF_8);

	private static final byte[] RESPONSE_END = RESPONSE[1].getBytes(StandardCharsets.UTF_8);

	private TypedSearch() {
	}

	/** Return whether a request is such a search. */
	static boolean isRequest(String request) {
		return request.contains("\"IncludeKeywords\":true");
	}

	static byte[] response(String coordinationId) {
		byte[] id = coordinationId.getBytes(StandardCharsets.UTF_8);
		byte[] response = new byte[RESPONSE_START.length + id.length + RESPONSE_END.length];
		System.arraycopy(RESPONSE_START, 0, response, 0, RESPONSE_START.length);
		System.arraycopy(id, 0, response, RESPONSE_START.length, id.length);
		System.arraycopy(RESPONSE_END, 0, response, RESPONSE_START.length + id.length, RESPONSE_END.length);
		return response;
	}

	/** Return the mapper that a hand-written client needs for the records. */
	static JsonMapper mapper() {
		return JsonMapper.builder()
			.propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
			.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
			.addModule(new SimpleModule().addDeserializer(Instant.class, new DateDeserializer()))
			.build();
	}

	private static String read(String name) {
		try (InputStream in = Objects.requireNonNull(TypedSearch.class.getResourceAsStream(name), name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	record Request(@JsonProperty("RequestHeader") RequestHeader header,
			@JsonProperty("SearchForImagesRequestBody") SearchForImages body) {

		static Request create() {
			return new Request(new RequestHeader("token", UUID.randomUUID().toString()), SEARCH);
		}

	}

	record Response(@JsonProperty("ResponseHeader") ResponseHeader header,
			@JsonProperty("SearchForImagesResult") SearchForImagesResult result) {
	}

	/** Reads the only form of a date in the response. */
	private static final class DateDeserializer extends StdDeserializer<Instant> {

		private static final Pattern DATE = Pattern.compile("/Date\\((-?\\d+)([+-]\\d{4})?\\)/");

		DateDeserializer() {
			super(Instant.class);
		}

		@Override
		public Instant deserialize(JsonParser json, DeserializationContext context) {
			Matcher date = DATE.matcher(json.getString());
			if (!date.matches()) {
				throw new IllegalArgumentException("Not a date: %s".formatted(json.getString()));
			}
			return Instant.ofEpochMilli(Long.parseLong(date.group(1)));
		}

	}

}
