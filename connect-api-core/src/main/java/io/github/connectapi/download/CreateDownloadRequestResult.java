package io.github.connectapi.download;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.jspecify.annotations.Nullable;

/**
 * Result of {@code CreateDownloadRequest}. Only the library creates instances; components
 * may be added.
 *
 * @param downloadUrls one entry for each item; may be empty
 */
public record CreateDownloadRequestResult(List<DownloadUrl> downloadUrls) {

	/**
	 * Create a result with a copy of the entries.
	 * @param downloadUrls one entry for each item; null for none
	 */
	public CreateDownloadRequestResult(@Nullable List<DownloadUrl> downloadUrls) {
		this.downloadUrls = (downloadUrls != null) ? List.copyOf(downloadUrls) : List.of();
	}

	/**
	 * Download URL of one image or video. Values that the server did not return are null.
	 * Only the library creates instances; components may be added.
	 *
	 * @param imageId the id of the image or video; that of a video is in the field
	 * {@code AssetId}
	 * @param sizeName the name of the size; also read from the field {@code SizeKey},
	 * which is documented as its future name
	 * @param status whether the download was authorized, see
	 * {@link DownloadStatus#of(String)}
	 * @param urlAttachment the URL; anyone who knows it can download the image
	 */
	public record DownloadUrl(@JsonAlias("AssetId") @Nullable String imageId,
			@JsonAlias("SizeKey") @Nullable String sizeName, @Nullable String status, @Nullable String urlAttachment) {

		/** Return a text that does not contain the URL. */
		@Override
		public String toString() {
			return "DownloadUrl[imageId=" + this.imageId + ", sizeName=" + this.sizeName + ", status=" + this.status
					+ "]";
		}

	}

}
