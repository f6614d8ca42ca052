package io.github.connectapi.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Reads the header {@code Retry-After}: seconds or a date (RFC 9110). What cannot be read
 * counts as absent, what is past as zero, and nothing is longer than an hour.
 */
final class RetryAfter {

	static final Duration MAX = Duration.ofHours(1);

	private static final Pattern SECONDS = Pattern.compile("\\d+");

	/** More digits than an hour has, and few enough for a long. */
	private static final int MANY_DIGITS = 10;

	private RetryAfter() {
	}

	static @Nullable Duration read(HttpHeaders headers, InstantSource clock) {
		String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
		if (value == null) {
			return null;
		}
		String text = value.strip();
		if (SECONDS.matcher(text).matches()) {
			return (text.length() < MANY_DIGITS) ? bounded(Duration.ofSeconds(Long.parseLong(text))) : MAX;
		}
		try {
			long date = headers.getFirstDate(HttpHeaders.RETRY_AFTER);
			return (date < 0) ? null : bounded(Duration.between(clock.instant(), Instant.ofEpochMilli(date)));
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			// The latter for a year that does not fit into milliseconds.
			return null;
		}
	}

	private static Duration bounded(Duration wait) {
		if (wait.isNegative()) {
			return Duration.ZERO;
		}
		return (wait.compareTo(MAX) > 0) ? MAX : wait;
	}

}
