package io.github.connectapi.samples.quickstart;

import java.util.List;

import org.springframework.stereotype.Service;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.operation.ConnectOperations;

/**
 * Searches for pictures through the session that the starter keeps alive.
 */
@Service
public class PictureSearch {

	private final ConnectApi connect;

	public PictureSearch(ConnectApi connect) {
		this.connect = connect;
	}

	/**
	 * Return the titles of the first three pictures that match a phrase.
	 * @param phrase the phrase to search for
	 * @return the titles
	 */
	public List<String> titles(String phrase) {
		SearchRequest request = new SearchRequest(new Query(phrase), new ResultOptions(3, 1));
		return this.connect.call(ConnectOperations.SEARCH_FOR_IMAGES, request, SearchResult.class)
			.images()
			.stream()
			.map(Image::title)
			.toList();
	}

	/** The fields of the request that this service sends. */
	record SearchRequest(Query query, ResultOptions resultOptions) {
	}

	record Query(String searchPhrase) {
	}

	record ResultOptions(int itemCount, int itemStartNumber) {
	}

	/** The fields of the result that this service reads. */
	record SearchResult(List<Image> images) {
	}

	record Image(String title) {
	}

}
