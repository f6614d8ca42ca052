package io.github.connectapi.search;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.operation.ConnectOperations;

/**
 * Searches images page by page. A page is asked for when the stream needs it and not
 * before, so a {@code limit} also limits the calls. Thread-safe; its streams are not, and
 * each begins anew.
 */
public final class ImageSearch {

	private final ConnectApi connect;

	/**
	 * Makes a search.
	 * @param connect to call {@code SearchForImages} with
	 */
	public ImageSearch(ConnectApi connect) {
		this.connect = connect;
	}

	/**
	 * One page.
	 * @param search what to search for, and which page
	 * @return the page
	 */
	public SearchForImagesResult page(SearchForImages search) {
		return this.connect.call(ConnectOperations.SEARCH_FOR_IMAGES, search, SearchForImagesResult.class).of(search);
	}

	/**
	 * All pages from the one of the search on. Ends after the last image that the server
	 * counts, and at an empty page in any case.
	 * @param search what to search for, the first page and how many images a page has
	 * @return the pages; what a call throws comes out of the stream
	 */
	public Stream<SearchForImagesResult> pages(SearchForImages search) {
		return StreamSupport.stream(new Pages(search, this::page), false);
	}

	/**
	 * All images from the first one of the search on.
	 * @param search as for {@link #pages(SearchForImages)}
	 * @return the images
	 */
	public Stream<Image> images(SearchForImages search) {
		return pages(search).flatMap((page) -> page.images().stream());
	}

}
