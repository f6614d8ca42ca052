package io.github.connectapi.samples.picturesearch;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectTokenRejectedException;

/**
 * A failed request, as the page shows it.
 *
 * @param status the HTTP status of the page: 503 if there is no session or Getty Images
 * is unavailable, 502 if Getty Images rejected the request or sent an invalid response
 * @param message what happened and what the user can do
 * @param reference the coordination id, by which Getty Images can find the request; null
 * if no request was sent
 */
record SearchError(HttpStatus status, String message, @Nullable String reference) {

	static SearchError of(ConnectApiException ex) {
		if (ex instanceof ConnectBackoffException backoff) {
			SearchError lastFailure = of(backoff.lastFailure());
			String message = backoff.retryAfter()
				.map((delay) -> withDelay(lastFailure.message(), toSeconds(delay)))
				.orElse(lastFailure.message());
			return new SearchError(HttpStatus.SERVICE_UNAVAILABLE, message, lastFailure.reference());
		}
		return new SearchError(status(ex), message(ex), ex.coordinationId().orElse(null));
	}

	private static HttpStatus status(ConnectApiException ex) {
		if (ex instanceof ConnectCredentialsRejectedException || ex instanceof ConnectTokenRejectedException) {
			return HttpStatus.SERVICE_UNAVAILABLE;
		}
		if (ex instanceof ConnectOperationException || ex instanceof ConnectProtocolException) {
			return HttpStatus.BAD_GATEWAY;
		}
		return HttpStatus.SERVICE_UNAVAILABLE;
	}

	private static String message(ConnectApiException ex) {
		if (ex instanceof ConnectCredentialsRejectedException) {
			return "Getty Images rejected the credentials of this application.";
		}
		if (ex instanceof ConnectTokenRejectedException) {
			return "Getty Images rejected the session of this application. Please try again in a minute.";
		}
		if (ex instanceof ConnectOperationException) {
			return ex.code()
				.map("Getty Images rejected this request (%s)."::formatted)
				.orElse("Getty Images rejected this request.");
		}
		if (ex instanceof ConnectProtocolException) {
			return "Getty Images sent an invalid response.";
		}
		if (ex instanceof ConnectClosedException || ex instanceof ConnectInterruptedException) {
			return "This application is shutting down.";
		}
		return "Getty Images is currently unavailable. Please try again later.";
	}

	private static String withDelay(String message, long seconds) {
		return (seconds == 1) ? "%s The next attempt is due in 1 second.".formatted(message)
				: "%s The next attempt is due in %s seconds.".formatted(message, seconds);
	}

	/** Round up, so that a client does not retry too early. */
	static long toSeconds(Duration retryAfter) {
		return retryAfter.plusMillis(999).toSeconds();
	}

}
