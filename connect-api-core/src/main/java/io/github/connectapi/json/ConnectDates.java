package io.github.connectapi.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.TimeZone;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonFormat;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Dates of the Connect API. A result is read from each form that the API sends. A request
 * has the form that is documented for requests, a date as {@code YYYY-MM-DD} and a
 * timestamp as {@code YYYY-MM-DDThh:mm:ssTZD}, so fractions of a second are not written.
 * Types that are a part of a timestamp have the ISO 8601 form of that part, and are read
 * from it too. An annotation of a property has precedence over the form of a request.
 */
final class ConnectDates {

	private static final String LOCAL = "uuuu-MM-dd'T'HH:mm:ss";

	private static final String WITH_OFFSET = LOCAL + "XXX";

	private ConnectDates() {
	}

	static void configure(JsonMapper.Builder builder) {
		SimpleModule module = new SimpleModule(ConnectDates.class.getName());
		addDeserializer(module, Instant.class, OffsetDateTime::toInstant);
		addDeserializer(module, OffsetDateTime.class, Function.identity());
		addDeserializer(module, ZonedDateTime.class, OffsetDateTime::toZonedDateTime);
		addDeserializer(module, LocalDateTime.class, OffsetDateTime::toLocalDateTime);
		addDeserializer(module, LocalDate.class, OffsetDateTime::toLocalDate);
		addDeserializer(module, Date.class, (date) -> Date.from(date.toInstant()));
		addDeserializer(module, LocalTime.class, OffsetDateTime::toLocalTime, LocalTime::parse);
		addDeserializer(module, OffsetTime.class, OffsetDateTime::toOffsetTime, OffsetTime::parse);
		addDeserializer(module, Year.class, Year::from, Year::parse);
		addDeserializer(module, YearMonth.class, YearMonth::from, YearMonth::parse);
		addDeserializer(module, MonthDay.class, MonthDay::from, MonthDay::parse);
		builder.addModule(module);
		JsonFormat.Value withOffset = text(WITH_OFFSET);
		JsonFormat.Value utc = withOffset.withTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
		format(builder, Instant.class, utc);
		format(builder, OffsetDateTime.class, withOffset);
		format(builder, ZonedDateTime.class, withOffset);
		format(builder, LocalDateTime.class, text(LOCAL));
		format(builder, LocalDate.class, text("uuuu-MM-dd"));
		format(builder, LocalTime.class, text("HH:mm:ss"));
		format(builder, OffsetTime.class, text("HH:mm:ssXXX"));
		format(builder, Year.class, text("uuuu"));
		format(builder, YearMonth.class, text("uuuu-MM"));
		format(builder, MonthDay.class, text("--MM-dd"));
		// SimpleDateFormat has another letter for the year.
		format(builder, Date.class, utc.withPattern(WITH_OFFSET.replace('u', 'y')));
	}

	private static <T> void addDeserializer(SimpleModule module, Class<T> type,
			Function<OffsetDateTime, T> conversion) {
		module.addDeserializer(type, new ConnectDateDeserializer<>(type, conversion));
	}

	private static <T> void addDeserializer(SimpleModule module, Class<T> type, Function<OffsetDateTime, T> conversion,
			Function<String, T> parser) {
		module.addDeserializer(type, new ConnectDateDeserializer<>(type, conversion, parser));
	}

	private static JsonFormat.Value text(String pattern) {
		return JsonFormat.Value.forPattern(pattern).withShape(JsonFormat.Shape.STRING);
	}

	private static void format(JsonMapper.Builder builder, Class<?> type, JsonFormat.Value format) {
		builder.withConfigOverride(type, (override) -> override.setFormat(format));
	}

}
