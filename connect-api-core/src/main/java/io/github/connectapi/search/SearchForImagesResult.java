package io.github.connectapi.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.operation.ListCopies;

/**
 * Page of the result of {@code SearchForImages}. Immutable. The server must return the
 * total; otherwise it is unknown whether there is another page. Only the library creates
 * instances; components may be added.
 *
 * @param images the images of this page; may be empty
 * @param editorialSortOrder the order of editorial images; null if the server returned
 * none
 * @param creativeSortOrder the order of creative images; null if the server returned none
 * @param itemCount the number of images on this page
 * @param itemStartNumber the number of the first image, starting at 1; 0 if the server
 * returned none, which {@link ImageSearch} replaces with the requested number
 * @param itemTotalCount the total number of images
 * @param refinementOptions the refinements for the next request, if they were requested
 */
public record SearchForImagesResult(List<Image> images, @Nullable String editorialSortOrder,
		@Nullable String creativeSortOrder, Integer itemCount, Integer itemStartNumber, int itemTotalCount,
		List<RefinementOption> refinementOptions) {

	/**
	 * Create a page with copies of the lists.
	 * @param images the images of this page; null for none
	 * @param editorialSortOrder the order of editorial images, or null
	 * @param creativeSortOrder the order of creative images, or null
	 * @param itemCount the number of images on this page; null to count them
	 * @param itemStartNumber the number of the first image, starting at 1; null if
	 * unknown
	 * @param itemTotalCount the total number of images
	 * @param refinementOptions the refinements for the next request; null for none
	 */
	public SearchForImagesResult(@Nullable List<Image> images, @Nullable String editorialSortOrder,
			@Nullable String creativeSortOrder, @Nullable Integer itemCount, @Nullable Integer itemStartNumber,
			int itemTotalCount, @Nullable List<RefinementOption> refinementOptions) {
		this.images = ListCopies.orEmpty(images);
		this.editorialSortOrder = editorialSortOrder;
		this.creativeSortOrder = creativeSortOrder;
		this.itemCount = (itemCount != null) ? itemCount : this.images.size();
		this.itemStartNumber = (itemStartNumber != null) ? itemStartNumber : 0;
		this.itemTotalCount = itemTotalCount;
		this.refinementOptions = ListCopies.orEmpty(refinementOptions);
	}

	/**
	 * Create a page without refinements for a test of an application.
	 * @param itemCount the number of images on this page; null to count them
	 * @param itemStartNumber the number of the first image, starting at 1; null if
	 * unknown
	 * @param itemTotalCount the total number of images
	 * @param images the images of this page; null for none
	 */
	public SearchForImagesResult(@Nullable Integer itemCount, @Nullable Integer itemStartNumber, int itemTotalCount,
			@Nullable List<Image> images) {
		this(images, null, null, itemCount, itemStartNumber, itemTotalCount, null);
	}

	/** Return a copy with the requested start number if the server returned none. */
	SearchForImagesResult withDefaults(SearchForImages search) {
		return (this.itemStartNumber > 0) ? this
				: new SearchForImagesResult(this.images, this.editorialSortOrder, this.creativeSortOrder,
						this.itemCount, search.resultOptions().itemStartNumber(), this.itemTotalCount,
						this.refinementOptions);
	}

}
