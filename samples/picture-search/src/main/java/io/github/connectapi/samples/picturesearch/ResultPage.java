package io.github.connectapi.samples.picturesearch;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.search.Image;
import io.github.connectapi.search.SearchForImagesResult;

/**
 * One page of search results.
 *
 * @param images the images on this page
 * @param first the number of the first image, from 1
 * @param last the number of the last image
 * @param total the number of images on all pages
 * @param previous the number of the first image on the previous page; null on the first
 * page
 * @param next the number of the first image on the next page; null on the last page
 */
record ResultPage(List<Image> images, int first, int last, int total, @Nullable Integer previous,
		@Nullable Integer next) {

	static ResultPage of(SearchForImagesResult result, int pageSize) {
		int first = result.itemStartNumber();
		int last = first + result.images().size() - 1;
		boolean hasNext = !result.images().isEmpty() && last < result.itemTotalCount();
		return new ResultPage(result.images(), first, last, result.itemTotalCount(),
				(first > 1) ? Integer.valueOf(Math.max(first - pageSize, 1)) : null,
				hasNext ? Integer.valueOf(last + 1) : null);
	}

}
