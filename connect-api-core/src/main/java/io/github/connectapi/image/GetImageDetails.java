package io.github.connectapi.image;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Request of {@code GetImageDetails}. Components may be added.
 *
 * @param imageIds the ids of 1 to 90 images
 * @param language the language of keywords, for instance {@code de}; null for
 * {@code en-us}
 */
public record GetImageDetails(List<String> imageIds, @Nullable String language) {

	/**
	 * Create a request with a copy of the ids.
	 * @param imageIds the ids of 1 to 90 images
	 * @param language the language of keywords, for instance {@code de}; null for
	 * {@code en-us}
	 */
	public GetImageDetails {
		imageIds = List.copyOf(imageIds);
	}

	/**
	 * Create a request.
	 * @param imageIds the ids of 1 to 90 images
	 * @return the request
	 */
	public static GetImageDetails of(String... imageIds) {
		return new GetImageDetails(List.of(imageIds), null);
	}

	/**
	 * Return a copy with the given language.
	 * @param language a language tag, for instance {@code de}
	 * @return the copy
	 */
	public GetImageDetails withLanguage(String language) {
		return new GetImageDetails(this.imageIds, language);
	}

}
