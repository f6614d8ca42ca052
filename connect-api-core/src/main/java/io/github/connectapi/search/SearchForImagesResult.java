package io.github.connectapi.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Page of the result of {@code SearchForImages}. Immutable. The server must return the
 * total; otherwise it is unknown whether there is another page. Only the library creates
 * instances; components may be added.
 *
 * @param itemCount the number of images on this page
 * @param itemStartNumber the number of the first image, starting at 1; 0 if the server
 * returned none, which {@link ImageSearch} replaces with the requested number
 * @param itemTotalCount the total number of images
 * @param images the images of this page; may be empty
 */
public record SearchForImagesResult(Integer itemCount, Integer itemStartNumber, int itemTotalCount,
		List<Image> images) {

	/**
	 * Create a page with a copy of the images.
	 * @param itemCount the number of images on this page; null to count them
	 * @param itemStartNumber the number of the first image, starting at 1; null if
	 * unknown
	 * @param itemTotalCount the total number of images
	 * @param images the images of this page; null for none
	 */
	public SearchForImagesResult(@Nullable Integer itemCount, @Nullable Integer itemStartNumber, int itemTotalCount,
			@Nullable List<Image> images) {
		this.images = (images != null) ? List.copyOf(images) : List.of();
		this.itemCount = (itemCount != null) ? itemCount : this.images.size();
		this.itemStartNumber = (itemStartNumber != null) ? itemStartNumber : 0;
		this.itemTotalCount = itemTotalCount;
	}

	/** Return a copy with the requested start number if the server returned none. */
	SearchForImagesResult withDefaults(SearchForImages search) {
		return (this.itemStartNumber > 0) ? this : new SearchForImagesResult(this.itemCount,
				search.resultOptions().itemStartNumber(), this.itemTotalCount, this.images);
	}

}
