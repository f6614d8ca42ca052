package io.github.connectapi.client;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * The forms in which the Connect API writes a moment: {@code /Date(1294868991374-0800)/},
 * where the offset says nothing about the moment, or ISO 8601. That one without an offset
 * is in UTC is inferred, not documented.
 */
final class ConnectDate extends StdDeserializer<Instant> {

	private static final Pattern DATE = Pattern.compile("/Date\\((-?\\d{1,15})([+-]\\d{4})?\\)/");

	private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
		.append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
		.optionalStart()
		.appendOffsetId()
		.optionalEnd()
		.parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
		.toFormatter();

	ConnectDate() {
		super(Instant.class);
	}

	@Override
	public Instant deserialize(JsonParser json, DeserializationContext context) {
		String text = json.getValueAsString("");
		Matcher date = DATE.matcher(text);
		if (date.matches()) {
			return Instant.ofEpochMilli(Long.parseLong(date.group(1)));
		}
		try {
			return OffsetDateTime.parse(text, ISO).toInstant();
		}
		catch (DateTimeException ex) {
			return (Instant) context.handleWeirdStringValue(Instant.class, text, "no date of the Connect API");
		}
	}

}
