package io.github.connectapi.test.operation;

import java.time.Instant;

import io.github.connectapi.test.Internal;

/**
 * Writes timestamps as the API documents them.
 */
@Internal
public final class WireDate {

	private WireDate() {
	}

	/**
	 * Return a timestamp, such as {@code /Date(1294868991374-0800)/}. The offset does not
	 * change the time, which is in milliseconds of UTC.
	 * @param instant the time
	 * @return the text
	 */
	public static String format(Instant instant) {
		return "/Date(%d-0800)/".formatted(instant.toEpochMilli());
	}

}
