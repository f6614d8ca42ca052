package io.github.connectapi.samples.rest;

import java.util.List;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * An image.
 *
 * @param id the id
 * @param title the title
 * @param collectionName the name of the collection
 * @param largestDownloads what the account can license, empty if the image is outside the
 * agreement
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Image(String id, String title, String collectionName, List<ProductDownload> largestDownloads) {

	/**
	 * A product offering that authorizes a download.
	 *
	 * @param productType the type, such as {@code easyaccess}
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	public record ProductDownload(String productType) {

	}

}
