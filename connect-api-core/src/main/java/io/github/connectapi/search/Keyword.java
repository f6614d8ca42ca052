package io.github.connectapi.search;

import org.jspecify.annotations.Nullable;

/**
 * Keyword of an image. Values that the server did not return are null. Only the library
 * creates instances; components may be added.
 *
 * @param id the id, for {@link SearchForImages#withKeywordIds(String...)}
 * @param text the word in the language of the request
 * @param type the kind of keyword, for instance {@code Concept} or {@code Location}
 * @param visualProminence for a person, how visible that person is: {@code Medium},
 * {@code High} or {@code VeryHigh}; only in a search
 */
public record Keyword(@Nullable String id, @Nullable String text, @Nullable String type,
		@Nullable String visualProminence) {

}
