package io.github.connectapi.samples.agency;

import org.springframework.http.HttpStatus;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.purchase.ConnectPurchaseException;
import io.github.connectapi.purchase.PurchaseOutcome;

/**
 * What a person sees if Getty Images cannot be used on his behalf.
 *
 * @param status the HTTP status of the page
 * @param message what happened, and what the person can do
 * @param correctable whether the person can enter another account
 */
record GettyFailure(HttpStatus status, String message, boolean correctable) {

	static final GettyFailure INCOMPLETE = new GettyFailure(HttpStatus.BAD_REQUEST,
			"Enter your user name and your password.", true);

	private static final GettyFailure MISSING = new GettyFailure(HttpStatus.CONFLICT,
			"Connect your Getty Images account.", true);

	private static final GettyFailure WRONG = new GettyFailure(HttpStatus.CONFLICT,
			"Getty Images rejects your user name or password.", true);

	private static final GettyFailure REJECTED = new GettyFailure(HttpStatus.CONFLICT,
			"Getty Images rejects your account. Contact Getty Images: it may be locked.", true);

	private static final GettyFailure SYSTEM_REJECTED = new GettyFailure(HttpStatus.SERVICE_UNAVAILABLE,
			"Getty Images is not available.", false);

	private static final GettyFailure UNAVAILABLE = new GettyFailure(HttpStatus.SERVICE_UNAVAILABLE,
			"Getty Images is not available. Try again later.", false);

	static GettyFailure of(ConnectPurchaseException ex) {
		if (ex.outcome() != PurchaseOutcome.NOT_BOUGHT) {
			return new GettyFailure(HttpStatus.BAD_GATEWAY,
					"It is not known whether the picture was licensed. Do not license it again before it is.", false);
		}
		return switch (ex.reason()) {
			case REFUSED_BY_GUARD ->
				new GettyFailure(HttpStatus.CONFLICT, "See your licenses: there is a purchase of this picture.", false);
			case QUOTA_USED_UP ->
				new GettyFailure(HttpStatus.CONFLICT, "Your product offering has no downloads left.", false);
			default -> (ex.getCause() instanceof ConnectApiException cause) ? of(cause)
					: new GettyFailure(HttpStatus.BAD_GATEWAY, "The picture was not licensed. Choose another.", false);
		};
	}

	static GettyFailure of(ConnectApiException ex) {
		ConnectApiException cause = (ex instanceof ConnectBackoffException backoff) ? backoff.lastFailure() : ex;
		if (cause.isCredentialsMissing()) {
			return MISSING;
		}
		return (cause instanceof ConnectCredentialsRejectedException) ? ofCode(cause.code().orElse("")) : UNAVAILABLE;
	}

	private static GettyFailure ofCode(String code) {
		if (code.equals("InvalidUsernameOrPassword")) {
			return WRONG;
		}
		// The gateway returns a code of this form, or a text.
		boolean gateway = code.startsWith("ERR_") || code.contains(" ");
		boolean system = gateway || code.equals("InvalidSystemIdOrPassword");
		return system ? SYSTEM_REJECTED : REJECTED;
	}

}
