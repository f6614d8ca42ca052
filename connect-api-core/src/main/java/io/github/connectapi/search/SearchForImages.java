package io.github.connectapi.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The request of {@code SearchForImages}.
 *
 * @param query what to search for
 * @param filter which images to keep; null for all
 * @param resultOptions which part of what was found to answer
 */
public record SearchForImages(Query query, @Nullable Filter filter, ResultOptions resultOptions) {

	/**
	 * The first 25 images for a phrase.
	 * @param searchPhrase words, in any script
	 */
	public SearchForImages(String searchPhrase) {
		this(new Query(searchPhrase), null, new ResultOptions(25, 1));
	}

	/**
	 * The same search in some families only.
	 * @param imageFamilies {@code creative} or {@code editorial}
	 * @return another request
	 */
	public SearchForImages inFamilies(String... imageFamilies) {
		List<String> orientations = (this.filter != null) ? this.filter.orientations() : null;
		return new SearchForImages(this.query, new Filter(List.of(imageFamilies), orientations), this.resultOptions);
	}

	/**
	 * The same search, another part of what was found.
	 * @param itemStartNumber the number of the first image, from 1
	 * @param itemCount how many images at most, 1 or more
	 * @return another request
	 */
	public SearchForImages page(int itemStartNumber, int itemCount) {
		return new SearchForImages(this.query, this.filter, new ResultOptions(itemCount, itemStartNumber));
	}

	/**
	 * What to search for.
	 *
	 * @param searchPhrase words, in any script
	 */
	public record Query(String searchPhrase) {
	}

	/**
	 * Which images to keep.
	 *
	 * @param imageFamilies {@code creative} or {@code editorial}; null for all
	 * @param orientations for instance {@code Horizontal}; null for all
	 */
	public record Filter(@Nullable List<String> imageFamilies, @Nullable List<String> orientations) {

		/**
		 * Copies the lists.
		 * @param imageFamilies {@code creative} or {@code editorial}; null for all
		 * @param orientations for instance {@code Horizontal}; null for all
		 */
		public Filter {
			imageFamilies = (imageFamilies != null) ? List.copyOf(imageFamilies) : null;
			orientations = (orientations != null) ? List.copyOf(orientations) : null;
		}

	}

	/**
	 * Which part of what was found to answer.
	 *
	 * @param itemCount how many images at most, 1 or more
	 * @param itemStartNumber the number of the first image, from 1
	 */
	public record ResultOptions(int itemCount, int itemStartNumber) {

		/**
		 * Checks the numbers.
		 * @param itemCount how many images at most, 1 or more
		 * @param itemStartNumber the number of the first image, from 1
		 * @throws IllegalArgumentException if one is less than 1
		 */
		public ResultOptions {
			Assert.isTrue(itemCount >= 1, "A page must have at least 1 image");
			Assert.isTrue(itemStartNumber >= 1, "Images are numbered from 1");
		}

	}

}
