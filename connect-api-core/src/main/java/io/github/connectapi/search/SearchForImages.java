package io.github.connectapi.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Request of {@code SearchForImages}. Start with a search phrase and refine the request
 * with the methods of this record; components may be added.
 *
 * @param query the query
 * @param filter the filter; null for all images
 * @param resultOptions the part of the result to return
 */
public record SearchForImages(Query query, @Nullable Filter filter, ResultOptions resultOptions) {

	/**
	 * Create a request for the first 25 images that match a phrase.
	 * @param searchPhrase words in any script
	 */
	public SearchForImages(String searchPhrase) {
		this(new Query(searchPhrase), null, new ResultOptions(25, 1));
	}

	/**
	 * Return a copy with the given image families.
	 * @param imageFamilies {@code creative} or {@code editorial}
	 * @return the copy
	 */
	public SearchForImages withImageFamilies(String... imageFamilies) {
		List<String> orientations = (this.filter != null) ? this.filter.orientations() : null;
		return new SearchForImages(this.query, new Filter(List.of(imageFamilies), orientations), this.resultOptions);
	}

	/**
	 * Return a copy with the given orientations.
	 * @param orientations for instance {@code Horizontal}
	 * @return the copy
	 */
	public SearchForImages withOrientations(String... orientations) {
		List<String> imageFamilies = (this.filter != null) ? this.filter.imageFamilies() : null;
		return new SearchForImages(this.query, new Filter(imageFamilies, List.of(orientations)), this.resultOptions);
	}

	/**
	 * Return a copy with the given page.
	 * @param itemStartNumber the number of the first image, starting at 1
	 * @param itemCount the maximum number of images, at least 1
	 * @return the copy
	 */
	public SearchForImages withPage(int itemStartNumber, int itemCount) {
		return new SearchForImages(this.query, this.filter, new ResultOptions(itemCount, itemStartNumber));
	}

	/**
	 * Query of a search.
	 *
	 * @param searchPhrase words in any script
	 */
	public record Query(String searchPhrase) {
	}

	/**
	 * Filter of a search.
	 *
	 * @param imageFamilies {@code creative} or {@code editorial}; null for all
	 * @param orientations for instance {@code Horizontal}; null for all
	 */
	public record Filter(@Nullable List<String> imageFamilies, @Nullable List<String> orientations) {

		/**
		 * Create a filter with copies of the lists.
		 * @param imageFamilies {@code creative} or {@code editorial}; null for all
		 * @param orientations for instance {@code Horizontal}; null for all
		 */
		public Filter {
			imageFamilies = (imageFamilies != null) ? List.copyOf(imageFamilies) : null;
			orientations = (orientations != null) ? List.copyOf(orientations) : null;
		}

	}

	/**
	 * Part of the result to return.
	 *
	 * @param itemCount the maximum number of images, at least 1
	 * @param itemStartNumber the number of the first image, starting at 1
	 */
	public record ResultOptions(int itemCount, int itemStartNumber) {

		/**
		 * Create options.
		 * @param itemCount the maximum number of images, at least 1
		 * @param itemStartNumber the number of the first image, starting at 1
		 * @throws IllegalArgumentException if a number is less than 1
		 */
		public ResultOptions {
			Assert.isTrue(itemCount >= 1, "The number of images on a page must be at least 1");
			Assert.isTrue(itemStartNumber >= 1, "The number of the first image must be at least 1");
		}

	}

}
