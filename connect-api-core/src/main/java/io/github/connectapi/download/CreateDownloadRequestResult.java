package io.github.connectapi.download;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The result of {@code CreateDownloadRequest}.
 *
 * @param downloadUrls one entry for each item, perhaps none
 */
public record CreateDownloadRequestResult(List<DownloadUrl> downloadUrls) {

	/**
	 * Copies the entries; none if they are null.
	 * @param downloadUrls one entry for each item
	 */
	public CreateDownloadRequestResult(@Nullable List<DownloadUrl> downloadUrls) {
		this.downloadUrls = (downloadUrls != null) ? List.copyOf(downloadUrls) : List.of();
	}

	/**
	 * Where one image can be downloaded. What the server did not tell is null.
	 *
	 * @param imageId the image
	 * @param sizeName its size
	 * @param status whether it was authorized, for instance {@code success}
	 * @param urlAttachment the address; whoever has it can download
	 */
	public record DownloadUrl(@Nullable String imageId, @Nullable String sizeName, @Nullable String status,
			@Nullable String urlAttachment) {

		/** Shows no address. */
		@Override
		public String toString() {
			return "DownloadUrl[imageId=" + this.imageId + ", sizeName=" + this.sizeName + ", status=" + this.status
					+ "]";
		}

	}

}
