package io.github.connectapi.download;

import java.util.List;
import java.util.stream.Stream;

/**
 * The request of {@code CreateDownloadRequest}. Each item of a success uses up quota.
 *
 * @param downloadItems what to download
 */
public record CreateDownloadRequest(List<Item> downloadItems) {

	/**
	 * Copies the items.
	 * @param downloadItems what to download
	 */
	public CreateDownloadRequest {
		downloadItems = List.copyOf(downloadItems);
	}

	/**
	 * A request for some images.
	 * @param downloadTokens tokens that the operations which authorize downloads answered
	 * @return a request
	 */
	public static CreateDownloadRequest of(String... downloadTokens) {
		return new CreateDownloadRequest(Stream.of(downloadTokens).map(Item::new).toList());
	}

	/**
	 * One image.
	 *
	 * @param downloadToken what authorizes its download
	 */
	public record Item(String downloadToken) {

		/** Shows no token. */
		@Override
		public String toString() {
			return "Item[******]";
		}

	}

}
