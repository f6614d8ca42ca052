package io.github.connectapi.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import io.github.connectapi.Internal;

/**
 * Reads the header {@code Retry-After}: seconds or a date (RFC 9110). An invalid value is
 * treated as absent, a date in the past as zero, and a longer delay as one hour.
 */
@Internal
public final class RetryAfter {

	static final Duration MAX = Duration.ofHours(1);

	private static final Pattern SECONDS = Pattern.compile("\\d+");

	// Longer numbers exceed an hour and might not fit into a long.
	private static final int MAX_DIGITS = 9;

	private RetryAfter() {
	}

	/**
	 * Read the delay of a response.
	 * @param headers the headers of the response
	 * @param clock the clock to compare a date with
	 * @return the delay, or null if there is none
	 */
	public static @Nullable Duration read(HttpHeaders headers, InstantSource clock) {
		String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
		if (value == null) {
			return null;
		}
		String text = value.strip();
		if (SECONDS.matcher(text).matches()) {
			return (text.length() <= MAX_DIGITS) ? cap(Duration.ofSeconds(Long.parseLong(text))) : MAX;
		}
		try {
			long date = headers.getFirstDate(HttpHeaders.RETRY_AFTER);
			return (date < 0) ? null : cap(Duration.between(clock.instant(), Instant.ofEpochMilli(date)));
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			// ArithmeticException: the year does not fit into milliseconds.
			return null;
		}
	}

	private static Duration cap(Duration delay) {
		if (delay.isNegative()) {
			return Duration.ZERO;
		}
		return (delay.compareTo(MAX) > 0) ? MAX : delay;
	}

}
