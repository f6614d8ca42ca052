package io.github.connectapi.samples.picturesearch;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectTokenRejectedException;

/**
 * Why a search failed, for the person who searches.
 *
 * @param sentence what happened and what to do
 * @param reference by which Getty Images can find the request; null if none was sent
 */
record ErrorPage(String sentence, @Nullable String reference) {

	static ErrorPage of(ConnectApiException failure) {
		String sentence = (failure instanceof ConnectBackoffException held) ? backingOff(held) : sentence(failure);
		return new ErrorPage(sentence, failure.coordinationId().orElse(null));
	}

	private static String backingOff(ConnectBackoffException held) {
		String wait = held.retryAfter().map((pause) -> pause.toSeconds() + 1 + " seconds").orElse("a moment");
		return sentence(held.lastFailure()) + " This application will try again in " + wait + " at the earliest.";
	}

	private static String sentence(ConnectApiException failure) {
		if (failure instanceof ConnectCredentialsRejectedException) {
			return "Getty Images does not accept the credentials of this application.";
		}
		if (failure instanceof ConnectTokenRejectedException) {
			return "Getty Images does not accept the session of this application. Please try again in a minute.";
		}
		if (failure instanceof ConnectOperationException) {
			return "Getty Images refused this search" + failure.code().map((code) -> " (" + code + ").").orElse(".");
		}
		if (failure instanceof ConnectProtocolException) {
			return "Getty Images gave an answer that this application does not understand.";
		}
		if (failure instanceof ConnectClosedException || failure instanceof ConnectInterruptedException) {
			return "This application is being stopped.";
		}
		return "Getty Images cannot be reached at the moment. Please try again a little later.";
	}

}
