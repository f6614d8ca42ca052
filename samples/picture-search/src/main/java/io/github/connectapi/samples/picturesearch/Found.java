package io.github.connectapi.samples.picturesearch;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.search.Image;
import io.github.connectapi.search.SearchForImagesResult;

/**
 * One page of what was found, and where the pages beside it begin.
 *
 * @param images the pictures
 * @param first the number of the first one, from 1
 * @param last the number of the last one
 * @param total how many were found on all pages
 * @param previous where the page before begins; null if this is the first one
 * @param next where the page after begins; null if this is the last one
 */
record Found(List<Image> images, int first, int last, int total, @Nullable Integer previous, @Nullable Integer next) {

	static Found of(SearchForImagesResult result, int pageSize) {
		int first = result.itemStartNumber();
		int last = first + result.images().size() - 1;
		boolean more = !result.images().isEmpty() && last < result.itemTotalCount();
		return new Found(result.images(), first, last, result.itemTotalCount(),
				(first > 1) ? Integer.valueOf(Math.max(first - pageSize, 1)) : null,
				more ? Integer.valueOf(last + 1) : null);
	}

}
