package io.github.connectapi.test.download;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.RequestArguments;

/**
 * A range of dates.
 *
 * @param start the start, which is outside of the range
 * @param end the end, which belongs to the range
 */
record DateRange(Instant start, Instant end) {

	/**
	 * Read a range. Both dates are required, or neither.
	 * @param arguments the object with the dates
	 * @return the range, which contains all dates if there are none
	 * @throws OperationErrorException if a date is missing or cannot be read
	 */
	static DateRange of(RequestArguments arguments) throws OperationErrorException {
		Optional<String> start = text(arguments, "StartDate", "Start");
		Optional<String> end = text(arguments, "EndDate", "End");
		if (start.isPresent() != end.isPresent()) {
			throw OperationErrorException.invalidRequest("StartDate and EndDate must be specified together.");
		}
		return start.isPresent() ? new DateRange(instant("StartDate", start.get()), instant("EndDate", end.get()))
				: new DateRange(Instant.MIN, Instant.MAX);
	}

	boolean contains(Instant instant) {
		return instant.isAfter(this.start) && !instant.isAfter(this.end);
	}

	/** Format a date as documented, in UTC. */
	static String format(Instant instant) {
		return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
	}

	/** Clients that follow the documented example use the second name. */
	private static Optional<String> text(RequestArguments arguments, String name, String exampleName)
			throws OperationErrorException {
		Optional<String> text = arguments.text(name);
		return text.isPresent() ? text : arguments.text(exampleName);
	}

	private static Instant instant(String name, String text) throws OperationErrorException {
		try {
			return text.contains("T") ? OffsetDateTime.parse(text).toInstant()
					: LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
		}
		catch (DateTimeException ex) {
			throw OperationErrorException
				.invalidRequest("%s must be a date like 2015-01-31T12:00:00Z.".formatted(name));
		}
	}

}
