package io.github.connectapi.purchase;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.download.GetPreviousDownloadsResult.PreviousDownload;

/**
 * What the API reports after a purchase whose outcome is unclear. It proves nothing
 * alone: others may have used the same product offering, and a request may still be
 * executed. Contains no secret. Only the library creates instances; components may be
 * added.
 *
 * @param sentAt when the buying call was sent, by the clock of the client
 * @param before the product offering before the call, with its remaining downloads
 * @param after the same product offering after the call; null if it could not be read or
 * is no longer offered. If it {@linkplain LicenseOption#isFree() is free}, licensing the
 * asset again costs nothing
 * @param previousDownloads the downloads of the asset that the API lists from five
 * minutes before the call, because clocks differ; null if they could not be read
 */
public record PurchaseEvidence(Instant sentAt, LicenseOption before, @Nullable LicenseOption after,
		@Nullable List<PreviousDownload> previousDownloads) {

	/**
	 * Create evidence with a copy of the list.
	 * @param sentAt when the buying call was sent
	 * @param before the product offering before the call
	 * @param after the same product offering after the call, or null
	 * @param previousDownloads the downloads that the API lists, or null
	 */
	public PurchaseEvidence {
		previousDownloads = (previousDownloads != null) ? List.copyOf(previousDownloads) : null;
	}

}
