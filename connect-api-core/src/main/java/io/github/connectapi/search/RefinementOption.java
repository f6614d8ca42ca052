package io.github.connectapi.search;

import org.jspecify.annotations.Nullable;

/**
 * Refinement that the server offers for a search. Values that the server did not return
 * are null. Only the library creates instances; components may be added.
 *
 * @param category the category, for instance {@code Location}
 * @param id the id within the category
 * @param imageCount the number of images that remain with this refinement
 * @param text the name in the language of the request
 */
public record RefinementOption(@Nullable String category, @Nullable String id, @Nullable Integer imageCount,
		@Nullable String text) {

	/**
	 * Return the refinement for the next request.
	 * @return the refinement with category and id of this option
	 * @throws IllegalArgumentException if the server returned no category or no id
	 */
	public SearchForImages.Refinement toRefinement() {
		if (this.category == null || this.id == null) {
			throw new IllegalArgumentException("The refinement option must have a category and an id");
		}
		return new SearchForImages.Refinement(this.category, this.id);
	}

}
