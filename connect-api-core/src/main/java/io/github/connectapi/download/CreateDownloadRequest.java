package io.github.connectapi.download;

import java.util.List;
import java.util.stream.Stream;

/**
 * Request of {@code CreateDownloadRequest}. Each item of a success consumes quota.
 *
 * @param downloadItems the items to download
 */
public record CreateDownloadRequest(List<Item> downloadItems) {

	/**
	 * Create a request with a copy of the items.
	 * @param downloadItems the items to download
	 */
	public CreateDownloadRequest {
		downloadItems = List.copyOf(downloadItems);
	}

	/**
	 * Create a request.
	 * @param downloadTokens tokens returned by the operations that authorize downloads
	 * @return the request
	 */
	public static CreateDownloadRequest of(String... downloadTokens) {
		return new CreateDownloadRequest(Stream.of(downloadTokens).map(Item::new).toList());
	}

	/**
	 * Item of a request: one image.
	 *
	 * @param downloadToken the token that authorizes the download
	 */
	public record Item(String downloadToken) {

		/** Return a text that contains no token. */
		@Override
		public String toString() {
			return "Item[******]";
		}

	}

}
