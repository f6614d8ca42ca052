package io.github.connectapi.license;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import io.github.connectapi.transport.TransportResponse;

/**
 * Version of a file on the server, by which a later response is compared.
 *
 * @param etag the strong entity tag, or null
 * @param lastModified the date of the last change as the server wrote it, or null
 * @param total the size in bytes, or -1 if unknown
 * @param start the first byte of the response, or -1 if it is not known
 */
record FileVersion(@Nullable String etag, @Nullable String lastModified, long total, long start) {

	private static final Pattern CONTENT_RANGE = Pattern.compile("(?i)bytes\\s+(\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");

	static FileVersion of(TransportResponse.Streamed response) {
		HttpHeaders headers = response.headers();
		String etag = headers.getFirst(HttpHeaders.ETAG);
		if (etag != null && !etag.startsWith("\"")) {
			// A weak tag does not say that the bytes are equal.
			etag = null;
		}
		long total = -1;
		long start = 0;
		if (response.status() == 206) {
			Matcher range = CONTENT_RANGE.matcher(Objects.requireNonNullElse(headers.getFirst("Content-Range"), ""));
			boolean valid = range.matches();
			start = valid ? Long.parseLong(range.group(1)) : -1;
			total = (valid && !range.group(2).equals("*")) ? Long.parseLong(range.group(2)) : -1;
		}
		else if (!headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
			total = headers.getContentLength();
		}
		return new FileVersion(etag, headers.getFirst(HttpHeaders.LAST_MODIFIED), total, start);
	}

	/** Return the value of {@code If-Range}, or null if a download cannot resume. */
	@Nullable String validator() {
		return (this.etag != null) ? this.etag : this.lastModified;
	}

	/** Return whether a response contains this version from the given byte on. */
	boolean isContinuedBy(FileVersion next, long position) {
		boolean sameTag = next.etag == null || next.etag.equals(this.etag);
		boolean sameDate = this.etag != null || next.lastModified == null
				|| next.lastModified.equals(this.lastModified);
		boolean sameTotal = next.total < 0 || this.total < 0 || next.total == this.total;
		return next.start == position && sameTag && sameDate && sameTotal;
	}

}
