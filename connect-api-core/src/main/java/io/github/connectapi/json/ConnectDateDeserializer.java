package io.github.connectapi.client;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
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
final class ConnectDateDeserializer extends StdDeserializer<Instant> {

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

	ConnectDateDeserializer() {
		super(Instant.class);
	}

	@Override
	public @Nullable Instant deserialize(JsonParser json, DeserializationContext context) {
		if (!json.hasToken(JsonToken.VALUE_STRING)) {
			return (Instant) context.handleUnexpectedToken(Instant.class, json);
		}
		String text = json.getString();
		if (text.isEmpty()) {
			return null;
		}
		Matcher date = DATE.matcher(text);
		if (date.matches()) {
			return Instant.ofEpochMilli(Long.parseLong(date.group(1)));
		}
		try {
			return OffsetDateTime.parse(text, ISO).toInstant();
		}
		catch (DateTimeException ex) {
			return (Instant) context.handleWeirdStringValue(Instant.class, text, "not a timestamp of the Connect API");
		}
	}

}
