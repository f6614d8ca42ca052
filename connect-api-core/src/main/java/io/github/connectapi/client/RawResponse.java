package io.github.connectapi.client;

import org.springframework.http.HttpHeaders;

import io.github.connectapi.ConnectStatus;
import io.github.connectapi.LogSanitizer;

/**
 * An HTTP answer, read to its end, and the secrets that must not be repeated from it.
 * Never compared, so an array may be in it.
 */
@SuppressWarnings("ArrayRecordComponent")
record RawResponse(int httpStatus, HttpHeaders headers, byte[] body, SecretRedactor redactor) {

	ConnectStatus sanitized(ConnectStatus status) {
		return new ConnectStatus(sanitized(status.type()), sanitized(status.code()), sanitized(status.message()));
	}

	/** A text of this answer, made fit for exceptions and logs. */
	String sanitized(String text) {
		return LogSanitizer.sanitize(this.redactor.mask(text));
	}

}
