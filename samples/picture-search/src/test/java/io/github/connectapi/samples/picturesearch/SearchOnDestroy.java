package io.github.connectapi.samples.picturesearch;

import jakarta.annotation.PreDestroy;

import io.github.connectapi.search.ImageSearch;
import io.github.connectapi.search.SearchForImages;

/**
 * A bean that searches once when it is destroyed.
 */
class SearchOnDestroy {

	private final ImageSearch images;

	private volatile int imageCount;

	SearchOnDestroy(ImageSearch images) {
		this.images = images;
	}

	@PreDestroy
	void search() {
		this.imageCount = this.images.page(new SearchForImages("dog").withPage(1, 1)).images().size();
	}

	int imageCount() {
		return this.imageCount;
	}

}
