package io.github.connectapi.samples.picturesearch.purchase;

import org.jspecify.annotations.Nullable;

/**
 * What a person can do after a failure. The reasons are those of
 * {@code ConnectPurchaseException} and {@code ConnectDownloadException}. The library may
 * add others.
 */
final class FailureAdvice {

	private FailureAdvice() {
	}

	/** Return what to do if nothing was bought. */
	static String notBought(@Nullable String reason) {
		return switch (String.valueOf(reason)) {
			case "ASSET_NOT_FOUND", "SIZE_NOT_FOUND" ->
				"The picture is no longer available in this size. Choose another one.";
			case "NO_AUTHORIZATION" ->
				"This account cannot license the picture in this way. Choose another size or product offering.";
			case "QUOTA_USED_UP" ->
				"The product offering has no downloads left. Choose another one, or wait until there are new ones.";
			case "SEVERAL_OFFERINGS" -> "Several product offerings can pay for the picture. Choose one.";
			case "FILE_NOT_POSSIBLE" ->
				"This application cannot store the file: the file is too large, or the disk is full or not writable.";
			case "REFUSED" -> "Getty Images refused the purchase. Load the page of the picture again before you retry.";
			default -> "Getty Images is not available at this time. Try again later.";
		};
	}

	/** Return what to do if the picture was bought. */
	static String fileMissing(@Nullable String reason) {
		return switch (String.valueOf(reason)) {
			case "LICENSE_NOT_STORED", "DISK" ->
				"This application could not write to its disk. When that is corrected, get the file. It costs nothing more.";
			case "TOO_LARGE" -> "The file is larger than this application permits. Contact its operator.";
			default -> "Get the file. It costs nothing more, and what is there already is not downloaded again.";
		};
	}

}
