package io.github.connectapi.download;

import java.util.List;
import java.util.stream.Stream;

/**
 * Request of {@code GetImageDownloadAuthorizations}. Components may be added.
 *
 * @param imageSizes the sizes of images, at least one
 */
public record GetImageDownloadAuthorizations(List<ImageSize> imageSizes) {

	/**
	 * Create a request with a copy of the sizes.
	 * @param imageSizes the sizes of images, at least one
	 */
	public GetImageDownloadAuthorizations {
		imageSizes = List.copyOf(imageSizes);
	}

	/**
	 * Create a request for one size of an image.
	 * @param imageId the id of the image
	 * @param sizeKey the key of the size, see {@code ImageSize.sizeKey()}
	 * @return the request
	 */
	public static GetImageDownloadAuthorizations of(String imageId, String sizeKey) {
		return new GetImageDownloadAuthorizations(List.of(new ImageSize(imageId, sizeKey)));
	}

	/**
	 * Return a copy with another size.
	 * @param imageId the id of the image
	 * @param sizeKey the key of the size
	 * @return the copy
	 */
	public GetImageDownloadAuthorizations and(String imageId, String sizeKey) {
		return new GetImageDownloadAuthorizations(
				Stream.concat(this.imageSizes.stream(), Stream.of(new ImageSize(imageId, sizeKey))).toList());
	}

	/**
	 * Size of an image.
	 *
	 * @param imageId the id of the image
	 * @param sizeKey the key of the size
	 */
	public record ImageSize(String imageId, String sizeKey) {

	}

}
