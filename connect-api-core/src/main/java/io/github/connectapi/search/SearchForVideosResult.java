package io.github.connectapi.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.operation.ListCopies;

/**
 * Page of the result of {@code SearchForVideos}. Immutable. The server must return the
 * total; otherwise it is unknown whether there is another page. Only the library creates
 * instances; components may be added.
 *
 * @param videos the videos of this page; may be empty
 * @param itemCount the number of videos on this page
 * @param itemStartNumber the number of the first video, starting at 1; 0 if the server
 * returned none, which {@link VideoSearch} replaces with the requested number
 * @param itemTotalCount the total number of videos
 */
public record SearchForVideosResult(List<Video> videos, Integer itemCount, Integer itemStartNumber,
		int itemTotalCount) {

	/**
	 * Create a page with a copy of the videos.
	 * @param videos the videos of this page; null for none
	 * @param itemCount the number of videos on this page; null to count them
	 * @param itemStartNumber the number of the first video, starting at 1; null if
	 * unknown
	 * @param itemTotalCount the total number of videos
	 */
	public SearchForVideosResult(@Nullable List<Video> videos, @Nullable Integer itemCount,
			@Nullable Integer itemStartNumber, int itemTotalCount) {
		this.videos = ListCopies.orEmpty(videos);
		this.itemCount = (itemCount != null) ? itemCount : this.videos.size();
		this.itemStartNumber = (itemStartNumber != null) ? itemStartNumber : 0;
		this.itemTotalCount = itemTotalCount;
	}

	/** Return a copy with the requested start number if the server returned none. */
	SearchForVideosResult withDefaults(SearchForVideos search) {
		return (this.itemStartNumber > 0) ? this : new SearchForVideosResult(this.videos, this.itemCount,
				search.resultOptions().itemStartNumber(), this.itemTotalCount);
	}

}
