package io.github.connectapi.license;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import io.github.connectapi.SystemClock;
import io.github.connectapi.client.RetryAfter;
import io.github.connectapi.license.ConnectDownloadException.Reason;
import io.github.connectapi.transport.Transport;
import io.github.connectapi.transport.TransportResponse;

/**
 * Requests a file, follows redirects and refuses responses that contain no file.
 */
record FileRequests(Transport transport, Duration progressTimeout) {

	private static final int MAX_REDIRECTS = 3;

	private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

	private static final Set<Integer> EXPIRED = Set.of(401, 403, 404, 410);

	private static final Set<Integer> TEMPORARY = Set.of(408, 429);

	/**
	 * Send a request.
	 * @param position the first byte to request
	 * @param validator the version from which to continue; null to begin anew
	 * @return a response with the status 200, 206 or 416
	 */
	TransportResponse.Streamed send(License license, long position, @Nullable String validator) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.ACCEPT_ENCODING, "identity");
		if (validator != null) {
			headers.set(HttpHeaders.RANGE, "bytes=%d-".formatted(position));
			headers.set(HttpHeaders.IF_RANGE, validator);
		}
		URI uri = FileAddress.of(license);
		for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
			TransportResponse.Streamed response = get(license, uri, headers);
			boolean accepted = false;
			try {
				if (!REDIRECTS.contains(response.status())) {
					requireFile(license, response);
					accepted = true;
					return response;
				}
				uri = FileAddress.redirect(license, uri, response.headers().getFirst(HttpHeaders.LOCATION));
			}
			finally {
				if (!accepted) {
					response.close();
				}
			}
		}
		throw ConnectDownloadException.of(license, Reason.REDIRECT, "there were more than three redirects", null);
	}

	/** Return the failure for an exception of the transport. */
	ConnectDownloadException translate(License license, IOException ex) {
		if (this.transport.isClosed()) {
			return closed(license);
		}
		String detail = Objects.requireNonNullElse(ex.getMessage(), ex.getClass().getName());
		Reason reason = Reason.CONNECTION;
		// Not only by its class, because the exception of a timeout extends it.
		if (ex instanceof InterruptedIOException && Thread.currentThread().isInterrupted()) {
			reason = Reason.INTERRUPTED;
		}
		else if (ex.getCause() instanceof SocketTimeoutException) {
			reason = Reason.TIMEOUT;
		}
		return ConnectDownloadException.of(license, reason, detail, ex);
	}

	static ConnectDownloadException closed(License license) {
		return ConnectDownloadException.of(license, Reason.CLOSED, "the downloads are closed", null);
	}

	private TransportResponse.Streamed get(License license, URI uri, HttpHeaders headers) {
		try {
			return this.transport.get(uri, headers, this.progressTimeout);
		}
		catch (IOException ex) {
			throw translate(license, ex);
		}
	}

	private static void requireFile(License license, TransportResponse.Streamed response) {
		int status = response.status();
		if (status == 416) {
			// Its body explains the status, often as a web page, and is not read.
			return;
		}
		if (status != 200 && status != 206) {
			throw failure(license, status, response.headers());
		}
		String type = header(response, HttpHeaders.CONTENT_TYPE);
		if (type.startsWith("text/html") || type.startsWith("application/xhtml+xml")) {
			throw ConnectDownloadException.of(license, Reason.NOT_A_FILE,
					"the server responded with a web page instead of the file", null);
		}
		String encoding = header(response, HttpHeaders.CONTENT_ENCODING);
		if (!encoding.isEmpty() && !encoding.equals("identity")) {
			throw ConnectDownloadException.of(license, Reason.NOT_A_FILE,
					"the server compressed the file, although that was not requested", null);
		}
	}

	private static ConnectDownloadException failure(License license, int status, HttpHeaders headers) {
		String detail = "the server responded with status %d".formatted(status);
		if (status >= 500 || TEMPORARY.contains(status)) {
			return ConnectDownloadException.unavailable(license, detail,
					RetryAfter.read(headers, SystemClock.wallClock()));
		}
		Reason reason = EXPIRED.contains(status) ? Reason.EXPIRED : Reason.REJECTED;
		return ConnectDownloadException.of(license, reason, detail, null);
	}

	private static String header(TransportResponse.Streamed response, String name) {
		return Objects.requireNonNullElse(response.headers().getFirst(name), "").strip().toLowerCase(Locale.ROOT);
	}

}
