package io.github.connectapi.samples.quickstart;

import java.util.List;

import org.springframework.stereotype.Service;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.operation.ConnectOperations;

/**
 * Searches pictures through the session that the starter keeps alive.
 */
@Service
public class PictureSearch {

	private final ConnectApi connect;

	public PictureSearch(ConnectApi connect) {
		this.connect = connect;
	}

	/**
	 * The titles of the first three pictures that match a phrase.
	 */
	public List<String> titles(String phrase) {
		Search search = new Search(new Query(phrase), new Options(3, 1));
		return this.connect.call(ConnectOperations.SEARCH_FOR_IMAGES, search, Found.class)
			.images()
			.stream()
			.map(Image::title)
			.toList();
	}

	/** The request: what of it is needed here, called as the API does. */
	record Search(Query query, Options resultOptions) {
	}

	record Query(String searchPhrase) {
	}

	record Options(int itemCount, int itemStartNumber) {
	}

	/** The result: what of it is needed here. */
	record Found(List<Image> images) {
	}

	record Image(String title) {
	}

}
