package io.github.connectapi.test.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;

import io.github.connectapi.test.server.FakeResponse;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a request for a file, as in RFC 9110.
 *
 * @param request the request
 * @param file the complete file, with an entity tag
 */
record Conditions(FileRequest request, FakeResponse file) {

	/** Whether the client has the file already. */
	boolean isNotModified() {
		String tags = this.request.header("If-None-Match");
		if (tags != null) {
			return Arrays.stream(tags.split(",")).map(String::strip).anyMatch(this::matches);
		}
		Optional<Instant> since = date(this.request.header("If-Modified-Since"));
		Optional<Instant> modified = date(this.file.header("Last-Modified"));
		return since.isPresent() && modified.isPresent() && !modified.get().isAfter(since.get());
	}

	/** Whether a part fits to what the client has. */
	boolean allowRange() {
		String validator = this.request.header("If-Range");
		return validator == null || validator.equals(this.file.header("ETag"))
				|| validator.equals(this.file.header("Last-Modified"));
	}

	private boolean matches(String tag) {
		String opaque = tag.startsWith("W/") ? tag.substring(2) : tag;
		return tag.equals("*") || opaque.equals(this.file.header("ETag"));
	}

	private static Optional<Instant> date(@Nullable String header) {
		if (header == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
