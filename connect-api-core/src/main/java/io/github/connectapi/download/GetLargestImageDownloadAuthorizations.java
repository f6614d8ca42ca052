package io.github.connectapi.download;

import java.util.List;
import java.util.stream.Stream;

/**
 * Request of {@code GetLargestImageDownloadAuthorizations}. Components may be added.
 *
 * @param images the images, at least one
 */
public record GetLargestImageDownloadAuthorizations(List<Image> images) {

	/**
	 * Create a request with a copy of the list.
	 * @param images the images, at least one
	 */
	public GetLargestImageDownloadAuthorizations {
		images = List.copyOf(images);
	}

	/**
	 * Create a request.
	 * @param imageIds the ids of the images, at least one
	 * @return the request
	 */
	public static GetLargestImageDownloadAuthorizations of(String... imageIds) {
		return new GetLargestImageDownloadAuthorizations(Stream.of(imageIds).map(Image::new).toList());
	}

	/**
	 * Image of a request.
	 *
	 * @param imageId the id of the image
	 */
	public record Image(String imageId) {

	}

}
