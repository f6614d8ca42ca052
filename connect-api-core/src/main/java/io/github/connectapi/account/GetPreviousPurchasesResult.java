package io.github.connectapi.account;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.jspecify.annotations.Nullable;

import io.github.connectapi.operation.ListCopies;

/**
 * Page of the result of {@code GetPreviousPurchases}. Only the library creates instances;
 * components may be added.
 *
 * @param previousPurchases the purchases of this page; may be empty
 * @param itemCount the number of entries on this page; null if the server returned none
 * @param itemStartNumber the number of the first entry, starting at 1; null if the server
 * returned none
 * @param itemTotalCount the total number of entries; null if the server returned none
 */
public record GetPreviousPurchasesResult(List<PreviousPurchase> previousPurchases, @Nullable Integer itemCount,
		@Nullable Integer itemStartNumber, @Nullable Integer itemTotalCount) {

	/**
	 * Create a record with copies of the lists. A missing list is empty.
	 * @param previousPurchases the purchases of this page; may be empty
	 * @param itemCount the number of entries on this page; null if the server returned
	 * none
	 * @param itemStartNumber the number of the first entry, starting at 1; null if the
	 * server returned none
	 * @param itemTotalCount the total number of entries; null if the server returned none
	 */
	public GetPreviousPurchasesResult {
		previousPurchases = ListCopies.orEmpty(previousPurchases);
	}

	/**
	 * Image or video that was purchased before. Values that the server did not return are
	 * null. Only the library creates instances; components may be added.
	 *
	 * @param assetId the id of the image or video
	 * @param datePurchased when it was purchased
	 * @param orderId the id of the order
	 * @param urlThumb the URL of a thumbnail
	 */
	public record PreviousPurchase(@Nullable String assetId, @Nullable Instant datePurchased, @Nullable String orderId,
			@JsonAlias("ThumbnailImageUrl") @Nullable String urlThumb) {

	}

}
