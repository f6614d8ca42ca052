package io.github.connectapi.test.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.connectapi.test.operation.OperationErrorException;

/**
 * A version of SearchForImages. Version 1 ignores the fields that version 2 added, and
 * has another format of dates in requests.
 */
enum Version {

	V1, V2;

	/** The offset of dates in the catalog. */
	private static final ZoneOffset OFFSET = ZoneOffset.ofHours(-8);

	private static final int LENGTH_OF_DAY = 10;

	private static final Pattern MILLISECONDS = Pattern.compile("/Date\\((-?[0-9]{1,15})([+-][0-9]{4})?\\)/");

	boolean isSecond() {
		return this == V2;
	}

	/**
	 * Return a date of a request.
	 * @param name the name of the field
	 * @param text the date
	 * @return the date; the start of the day if the text has no time
	 * @throws OperationErrorException if it is no date
	 */
	OffsetDateTime startOf(String name, String text) throws OperationErrorException {
		return (isSecond() ? parseIso(name, text.strip()) : parseMilliseconds(name, text.strip()));
	}

	/**
	 * Return the first instant after a date of a request.
	 * @param name the name of the field
	 * @param text the date
	 * @return the start of the next day if the text has no time
	 * @throws OperationErrorException if it is no date
	 */
	OffsetDateTime after(String name, String text) throws OperationErrorException {
		OffsetDateTime date = startOf(name, text);
		return ((isSecond() && text.strip().length() == LENGTH_OF_DAY) ? date.plusDays(1) : date.plusNanos(1));
	}

	private static OffsetDateTime parseIso(String name, String date) throws OperationErrorException {
		try {
			if (date.length() == LENGTH_OF_DAY) {
				return LocalDate.parse(date).atStartOfDay().atOffset(OFFSET);
			}
			return (OffsetDateTime) DateTimeFormatter.ISO_DATE_TIME.parseBest(date, OffsetDateTime::from,
					(time) -> LocalDateTime.from(time).atOffset(OFFSET));
		}
		catch (DateTimeParseException ex) {
			throw OperationErrorException.invalidRequest("%s must be a date such as 2014-01-08.".formatted(name));
		}
	}

	private static OffsetDateTime parseMilliseconds(String name, String date) throws OperationErrorException {
		Matcher matcher = MILLISECONDS.matcher(date);
		if (!matcher.matches()) {
			throw OperationErrorException
				.invalidRequest("%s must be a date such as /Date(1294868991374-0800)/.".formatted(name));
		}
		return Instant.ofEpochMilli(Long.parseLong(matcher.group(1))).atOffset(OFFSET);
	}

}
