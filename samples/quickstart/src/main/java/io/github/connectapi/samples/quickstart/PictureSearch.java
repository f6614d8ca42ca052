package io.github.connectapi.samples.quickstart;

import java.util.List;

import org.springframework.stereotype.Service;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.search.Image;
import io.github.connectapi.search.ImageSearch;
import io.github.connectapi.search.SearchForImages;

/**
 * Searches for pictures through the session that the starter keeps alive.
 */
@Service
public class PictureSearch {

	private final ImageSearch images;

	public PictureSearch(ConnectApi connect) {
		this.images = new ImageSearch(connect);
	}

	/**
	 * Return the titles of the first three pictures that match a phrase.
	 * @param phrase the phrase to search for
	 * @return the titles
	 */
	public List<String> titles(String phrase) {
		SearchForImages search = new SearchForImages(phrase).withPage(1, 3);
		return this.images.page(search).images().stream().map(Image::title).toList();
	}

}
