package io.github.connectapi.purchase;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.ConnectWaitTimeoutException;
import io.github.connectapi.download.CreateDownloadRequestResult.DownloadUrl;
import io.github.connectapi.download.DownloadStatus;
import io.github.connectapi.operation.ConnectOperations;

/**
 * The table of outcomes: each case with its text in the documentation and its outcome.
 * Whatever is in no other case is {@link #OTHER}.
 */
enum PurchaseOutcomes {

	NOT_SENT("Not one byte of the request was sent", PurchaseOutcome.NOT_BOUGHT),

	SESSION("The token was rejected, and no other session was available", PurchaseOutcome.NOT_BOUGHT),

	REFUSED("The server returned one of the error codes " + RefusalCodes.list(), PurchaseOutcome.NOT_BOUGHT),

	OVER_RATE("The gateway refused the request because there were too many, or because the quota of the key is used up",
			PurchaseOutcome.NOT_BOUGHT),

	ITEM_REFUSED("The status of the item is NoAccess, Unavailable, ExpiredToken or InvalidToken",
			PurchaseOutcome.NOT_BOUGHT),

	ITEM_BOUGHT("The status of the item is Success, and there is a usable address", PurchaseOutcome.BOUGHT),

	ITEM_FAILED("The status of the item is FailedToGetDownloadUrl", PurchaseOutcome.UNCLEAR),

	ITEM_UNUSABLE(
			"The item is missing, has another status or another asset, has no usable address, or is one of several",
			PurchaseOutcome.UNCLEAR),

	OTHER_CODE("The server returned another error code, also an unknown AUTH code", PurchaseOutcome.UNCLEAR),

	NO_RESPONSE("There was no response after sending: a timeout, a dropped connection, HTTP 5xx",
			PurchaseOutcome.UNCLEAR),

	UNUSABLE_RESPONSE("The response is not readable, too long or has another coordination id", PurchaseOutcome.UNCLEAR),

	TIME_EXPIRED("The call timeout expired after sending", PurchaseOutcome.UNCLEAR),

	INTERRUPTED("The thread was interrupted after sending", PurchaseOutcome.UNCLEAR),

	CLOSED("The client was closed after sending", PurchaseOutcome.UNCLEAR),

	OTHER("Anything else, for example a canceled stage", PurchaseOutcome.UNCLEAR);

	private final String description;

	private final PurchaseOutcome outcome;

	PurchaseOutcomes(String description, PurchaseOutcome outcome) {
		this.description = description;
		this.outcome = outcome;
	}

	String description() {
		return this.description;
	}

	PurchaseOutcome outcome() {
		return this.outcome;
	}

	/** Return the case of a failed call. */
	static PurchaseOutcomes of(Throwable failure) {
		if (!(unwrap(failure) instanceof ConnectApiException exception)) {
			return OTHER;
		}
		if (exception.isNotSent()) {
			return NOT_SENT;
		}
		// A call that may have been executed is followed by no other request.
		if (exception instanceof ConnectBackoffException || isOfSession(exception)) {
			return SESSION;
		}
		if (exception.failure().isOverRate()) {
			return OVER_RATE;
		}
		if (exception instanceof ConnectOperationException) {
			return isRefusal(exception) ? REFUSED : OTHER_CODE;
		}
		return ofClass(exception);
	}

	private static PurchaseOutcomes ofClass(ConnectApiException exception) {
		if (exception instanceof ConnectUnavailableException) {
			return NO_RESPONSE;
		}
		if (exception instanceof ConnectProtocolException) {
			return UNUSABLE_RESPONSE;
		}
		if (exception instanceof ConnectWaitTimeoutException) {
			return TIME_EXPIRED;
		}
		if (exception instanceof ConnectInterruptedException) {
			return INTERRUPTED;
		}
		return (exception instanceof ConnectClosedException) ? CLOSED : OTHER;
	}

	/**
	 * Return the case of the items of a success.
	 * @param assetId the asset that was requested
	 */
	static PurchaseOutcomes of(List<DownloadUrl> items, String assetId) {
		if (items.size() != 1) {
			return ITEM_UNUSABLE;
		}
		DownloadUrl item = items.get(0);
		return switch (DownloadStatus.of(item.status())) {
			case NO_ACCESS, UNAVAILABLE, EXPIRED_TOKEN, INVALID_TOKEN -> ITEM_REFUSED;
			case FAILED_TO_GET_DOWNLOAD_URL -> ITEM_FAILED;
			case SUCCESS -> (isUsable(item.urlAttachment()) && isOf(item, assetId)) ? ITEM_BOUGHT : ITEM_UNUSABLE;
			case UNKNOWN -> ITEM_UNUSABLE;
		};
	}

	private static boolean isOf(DownloadUrl item, String assetId) {
		return item.imageId() == null || Objects.equals(item.imageId(), assetId);
	}

	private static boolean isUsable(@Nullable String url) {
		String start = (url != null) ? url.strip().toLowerCase(Locale.ROOT) : "";
		return start.matches("https?://[^/\\s]+\\S*");
	}

	private static boolean isOfSession(ConnectApiException exception) {
		String buying = ConnectOperations.CREATE_DOWNLOAD_REQUEST.name();
		return exception.operation().filter((operation) -> !operation.equals(buying)).isPresent();
	}

	private static boolean isRefusal(ConnectApiException exception) {
		return exception.code().filter(RefusalCodes::contains).isPresent();
	}

	private static Throwable unwrap(Throwable failure) {
		Throwable current = failure;
		while ((current instanceof CompletionException || current instanceof ExecutionException)
				&& current.getCause() != null) {
			current = current.getCause();
		}
		return current;
	}

}
