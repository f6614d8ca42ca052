package io.github.connectapi.client;

import org.springframework.http.HttpHeaders;

import io.github.connectapi.ConnectStatus;

/**
 * An HTTP answer, read to its end, and the secrets that must not be repeated from it.
 * Never compared, so an array may be in it.
 */
@SuppressWarnings("ArrayRecordComponent")
record Answer(int httpStatus, HttpHeaders headers, byte[] body, Echo echo) {

	ConnectStatus legible(ConnectStatus status) {
		return new ConnectStatus(legible(status.type()), legible(status.code()), legible(status.message()));
	}

	/** A text of this answer, made fit for exceptions and logs. */
	String legible(String text) {
		return ServerText.oneLine(this.echo.mask(text));
	}

}
