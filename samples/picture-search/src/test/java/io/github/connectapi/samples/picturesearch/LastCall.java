package io.github.connectapi.samples.picturesearch;

import jakarta.annotation.PreDestroy;

import io.github.connectapi.search.ImageSearch;
import io.github.connectapi.search.SearchForImages;

/**
 * A bean that has a last call to make when the application ends.
 */
class LastCall {

	private final ImageSearch images;

	private volatile int found;

	LastCall(ImageSearch images) {
		this.images = images;
	}

	@PreDestroy
	void search() {
		this.found = this.images.page(new SearchForImages("dog")).images().size();
	}

	int found() {
		return this.found;
	}

}
