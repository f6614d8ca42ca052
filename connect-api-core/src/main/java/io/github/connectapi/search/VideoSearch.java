package io.github.connectapi.search;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.Pages;

/**
 * Searches videos page by page. A page is requested when the stream needs it, so a
 * {@code limit} also limits the number of calls. Thread-safe, but its streams are not.
 * Each stream starts a new search.
 * <p>
 * A parallel stream requests one page after the other, too. Operations that need all
 * elements request all pages: {@code sorted}, and in a parallel stream also {@code skip},
 * {@code distinct} and {@code dropWhile}. Start at a later page instead of skipping
 * videos.
 */
public final class VideoSearch {

	private final ConnectApi connect;

	/**
	 * Create a search.
	 * @param connect the API that calls {@code SearchForVideos}
	 */
	public VideoSearch(ConnectApi connect) {
		this.connect = connect;
	}

	/**
	 * Return one page.
	 * @param search what to search for, and the page to return
	 * @return the page
	 */
	public SearchForVideosResult page(SearchForVideos search) {
		return this.connect.call(ConnectOperations.SEARCH_FOR_VIDEOS, search, SearchForVideosResult.class)
			.withDefaults(search);
	}

	/**
	 * Return all pages, starting with the page of the given search. The stream ends after
	 * the last video according to the total of the server, and always at an empty page.
	 * @param search what to search for, the first page and the number of videos on a page
	 * @return the pages; the stream throws the exceptions of its calls
	 */
	public Stream<SearchForVideosResult> pages(SearchForVideos search) {
		return Pages.of(search, this::page, (page) -> page.videos().isEmpty(), VideoSearch::after);
	}

	/**
	 * Return all videos, starting with the first video of the given search.
	 * @param search as for {@link #pages(SearchForVideos)}
	 * @return the videos
	 */
	public Stream<Video> videos(SearchForVideos search) {
		return pages(search).flatMap((page) -> page.videos().stream());
	}

	private static @Nullable SearchForVideos after(SearchForVideos search, SearchForVideosResult page) {
		SearchForVideos.ResultOptions options = search.resultOptions();
		int start = Pages.nextStart(options.itemStartNumber(), page.videos().size(), page.itemTotalCount());
		return (start > 0) ? search.withPage(start, options.itemCount()) : null;
	}

}
