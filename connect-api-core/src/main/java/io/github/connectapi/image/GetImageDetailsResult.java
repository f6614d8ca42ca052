package io.github.connectapi.image;

import java.util.List;

import io.github.connectapi.operation.ListCopies;

/**
 * Result of {@code GetImageDetails}. An image that does not exist is missing, and the
 * statuses of the response contain the code {@code ImageNotFound}. Only the library
 * creates instances; components may be added.
 *
 * @param images the images that were found; may be empty
 */
public record GetImageDetailsResult(List<ImageDetails> images) {

	/**
	 * Create a record with copies of the lists. A missing list is empty.
	 * @param images the images that were found; may be empty
	 */
	public GetImageDetailsResult {
		images = ListCopies.orEmpty(images);
	}

}
