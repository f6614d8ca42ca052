package io.github.connectapi.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One page of the result of {@code SearchForImages}. Immutable.
 *
 * @param itemCount how many images are on this page
 * @param itemStartNumber the number of the first one, from 1
 * @param itemTotalCount how many were found
 * @param images the images of this page, perhaps none
 */
public record SearchForImagesResult(int itemCount, int itemStartNumber, int itemTotalCount, List<Image> images) {

	/**
	 * Copies the images; none if they are null.
	 * @param itemCount how many images are on this page
	 * @param itemStartNumber the number of the first one, from 1
	 * @param itemTotalCount how many were found
	 * @param images the images of this page
	 */
	public SearchForImagesResult(int itemCount, int itemStartNumber, int itemTotalCount, @Nullable List<Image> images) {
		this.itemCount = itemCount;
		this.itemStartNumber = itemStartNumber;
		this.itemTotalCount = itemTotalCount;
		this.images = (images != null) ? List.copyOf(images) : List.of();
	}

}
