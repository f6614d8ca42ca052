package io.github.connectapi.download;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.jspecify.annotations.Nullable;

import io.github.connectapi.operation.ListCopies;

/**
 * Page of the result of {@code GetPreviousDownloads}. Only the library creates instances;
 * components may be added.
 *
 * @param previousDownloads the downloads of this page; may be empty
 * @param itemCount the number of entries on this page; null if the server returned none
 * @param itemStartNumber the number of the first entry, starting at 1; null if the server
 * returned none
 * @param itemTotalCount the total number of entries; null if the server returned none
 */
public record GetPreviousDownloadsResult(List<PreviousDownload> previousDownloads, @Nullable Integer itemCount,
		@Nullable Integer itemStartNumber, @Nullable Integer itemTotalCount) {

	/**
	 * Create a record with copies of the lists. A missing list is empty.
	 * @param previousDownloads the downloads of this page; may be empty
	 * @param itemCount the number of entries on this page; null if the server returned
	 * none
	 * @param itemStartNumber the number of the first entry, starting at 1; null if the
	 * server returned none
	 * @param itemTotalCount the total number of entries; null if the server returned none
	 */
	public GetPreviousDownloadsResult {
		previousDownloads = ListCopies.orEmpty(previousDownloads);
	}

	/**
	 * Image or video that was downloaded before. Values that the server did not return
	 * are null. Only the library creates instances; components may be added.
	 *
	 * @param assetId the id of the image or video
	 * @param dateDownloaded when it was downloaded
	 * @param urlThumb the URL of a thumbnail
	 * @param productOffering the type of the product offering
	 */
	public record PreviousDownload(@Nullable String assetId, @Nullable Instant dateDownloaded,
			@JsonAlias("ThumbnailImageUrl") @Nullable String urlThumb, @Nullable String productOffering) {

	}

}
