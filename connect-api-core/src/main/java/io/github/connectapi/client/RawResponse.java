package io.github.connectapi.client;

import java.net.URI;

import org.springframework.http.HttpHeaders;

import io.github.connectapi.ConnectStatus;
import io.github.connectapi.LogSanitizer;

/**
 * A complete HTTP response, together with the secrets that must be removed from its
 * strings. Never compared, so it may contain an array.
 */
@SuppressWarnings("ArrayRecordComponent")
record RawResponse(URI uri, int httpStatus, HttpHeaders headers, byte[] body, SecretRedactor redactor) {

	ConnectStatus sanitize(ConnectStatus status) {
		return new ConnectStatus(sanitize(status.type()), sanitize(status.code()), sanitize(status.message()));
	}

	/** Redact and sanitize a string of this response for exceptions and logs. */
	String sanitize(String text) {
		return LogSanitizer.sanitize(this.redactor.redact(text));
	}

}
