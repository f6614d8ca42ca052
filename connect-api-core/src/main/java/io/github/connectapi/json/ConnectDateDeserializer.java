package io.github.connectapi.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Deserializes the timestamps of the Connect API: {@code /Date(1294868991374-0800)/},
 * whose offset does not change the instant, or ISO 8601. Inferred, not documented: a
 * timestamp without an offset is in UTC, a date without a time is its midnight, and an
 * empty string is no timestamp.
 */
final class ConnectDateDeserializer<T> extends StdDeserializer<T> {

	private static final Pattern DATE = Pattern.compile("/Date\\((-?\\d{1,15})([+-]\\d{4})?\\)/");

	private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder().append(DateTimeFormatter.ISO_LOCAL_DATE)
		.optionalStart()
		.appendLiteral('T')
		.append(DateTimeFormatter.ISO_LOCAL_TIME)
		.appendPattern("[XXX][X]")
		.optionalEnd()
		.parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
		.parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
		.toFormatter(Locale.ROOT)
		.withResolverStyle(ResolverStyle.STRICT);

	private final Function<OffsetDateTime, T> conversion;

	private final @Nullable Function<String, T> parser;

	/**
	 * Create a deserializer.
	 * @param type the type of the timestamp
	 * @param conversion converts a timestamp with the offset that was sent
	 */
	ConnectDateDeserializer(Class<T> type, Function<OffsetDateTime, T> conversion) {
		this(type, conversion, null);
	}

	/**
	 * Create a deserializer for a part of a timestamp.
	 * @param type the type of the part
	 * @param conversion converts a timestamp with the offset that was sent
	 * @param parser parses the part alone; null if it is a whole timestamp
	 */
	ConnectDateDeserializer(Class<T> type, Function<OffsetDateTime, T> conversion,
			@Nullable Function<String, T> parser) {
		super(type);
		this.conversion = conversion;
		this.parser = parser;
	}

	@Override
	@SuppressWarnings("unchecked")
	public @Nullable T deserialize(JsonParser json, DeserializationContext context) {
		// A number may be a year.
		boolean readable = json.hasToken(JsonToken.VALUE_STRING)
				|| (this.parser != null && json.hasToken(JsonToken.VALUE_NUMBER_INT));
		if (!readable) {
			return (T) context.handleUnexpectedToken(handledType(), json);
		}
		String text = json.getString();
		if (text.isEmpty()) {
			return null;
		}
		try {
			return convert(text);
		}
		catch (DateTimeException ex) {
			return (T) context.handleWeirdStringValue(handledType(), text, "not a timestamp of the Connect API");
		}
	}

	private T convert(String text) {
		if (this.parser == null) {
			return this.conversion.apply(parse(text));
		}
		try {
			return this.parser.apply(text);
		}
		catch (DateTimeParseException ex) {
			return this.conversion.apply(parse(text));
		}
	}

	private static OffsetDateTime parse(String text) {
		Matcher date = DATE.matcher(text);
		if (!date.matches()) {
			return OffsetDateTime.parse(text, ISO);
		}
		ZoneOffset offset = (date.group(2) != null) ? ZoneOffset.of(date.group(2)) : ZoneOffset.UTC;
		return Instant.ofEpochMilli(Long.parseLong(date.group(1))).atOffset(offset);
	}

}
