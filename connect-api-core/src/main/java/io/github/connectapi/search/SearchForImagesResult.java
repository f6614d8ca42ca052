package io.github.connectapi.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One page of the result of {@code SearchForImages}. Immutable. Of the numbers only the
 * total has to be answered: without it nobody knows whether there is another page.
 *
 * @param itemCount how many images are on this page
 * @param itemStartNumber the number of the first one, from 1; 0 if the server did not
 * say, which {@link ImageSearch} replaces by what was asked for
 * @param itemTotalCount how many were found
 * @param images the images of this page, perhaps none
 */
public record SearchForImagesResult(Integer itemCount, Integer itemStartNumber, int itemTotalCount,
		List<Image> images) {

	/**
	 * Copies the images; none if they are null.
	 * @param itemCount how many images are on this page; null to count them
	 * @param itemStartNumber the number of the first one, from 1; null if it is unknown
	 * @param itemTotalCount how many were found
	 * @param images the images of this page
	 */
	public SearchForImagesResult(@Nullable Integer itemCount, @Nullable Integer itemStartNumber, int itemTotalCount,
			@Nullable List<Image> images) {
		this.images = (images != null) ? List.copyOf(images) : List.of();
		this.itemCount = (itemCount != null) ? itemCount : this.images.size();
		this.itemStartNumber = (itemStartNumber != null) ? itemStartNumber : 0;
		this.itemTotalCount = itemTotalCount;
	}

	/** The same page of a search whose answer did not say where it begins. */
	SearchForImagesResult of(SearchForImages search) {
		return (this.itemStartNumber > 0) ? this : new SearchForImagesResult(this.itemCount,
				search.resultOptions().itemStartNumber(), this.itemTotalCount, this.images);
	}

}
