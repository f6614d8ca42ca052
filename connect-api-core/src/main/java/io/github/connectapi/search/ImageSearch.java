package io.github.connectapi.search;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.Pages;

/**
 * Searches images page by page. A page is requested when the stream needs it, so a
 * {@code limit} also limits the number of calls. Thread-safe, but its streams are not.
 * Each stream starts a new search.
 * <p>
 * A parallel stream requests one page after the other, too. Operations that need all
 * elements request all pages: {@code sorted}, and in a parallel stream also {@code skip},
 * {@code distinct} and {@code dropWhile}. Start at a later page instead of skipping
 * images.
 */
public final class ImageSearch {

	private final ConnectApi connect;

	/**
	 * Create a search.
	 * @param connect the API that calls {@code SearchForImages}
	 */
	public ImageSearch(ConnectApi connect) {
		this.connect = connect;
	}

	/**
	 * Return one page.
	 * @param search what to search for, and the page to return
	 * @return the page
	 */
	public SearchForImagesResult page(SearchForImages search) {
		return this.connect.call(ConnectOperations.SEARCH_FOR_IMAGES, search, SearchForImagesResult.class)
			.withDefaults(search);
	}

	/**
	 * Return all pages, starting with the page of the given search. The stream ends after
	 * the last image according to the total of the server, and always at an empty page.
	 * It also ends at an error with the code {@code NoImages} or {@code StartPastTotal}.
	 * @param search what to search for, the first page and the number of images on a page
	 * @return the pages; the stream throws the exceptions of its calls
	 */
	public Stream<SearchForImagesResult> pages(SearchForImages search) {
		return Pages.of(search, this::page, (page) -> page.images().isEmpty(), ImageSearch::after);
	}

	/**
	 * Return all images, starting with the first image of the given search.
	 * @param search as for {@link #pages(SearchForImages)}
	 * @return the images
	 */
	public Stream<Image> images(SearchForImages search) {
		return pages(search).flatMap((page) -> page.images().stream());
	}

	private static @Nullable SearchForImages after(SearchForImages search, SearchForImagesResult page) {
		SearchForImages.ResultOptions options = search.resultOptions();
		int start = Pages.nextStart(options.itemStartNumber(), page.images().size(), page.itemTotalCount());
		return (start > 0) ? search.withPage(start, options.itemCount()) : null;
	}

}
