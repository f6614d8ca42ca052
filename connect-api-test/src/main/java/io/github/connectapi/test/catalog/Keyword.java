package io.github.connectapi.test.catalog;

import io.github.connectapi.test.Internal;

/**
 * A keyword.
 *
 * @param id the id: digits
 * @param text the text
 * @param type the documented name of the type
 * @param visualProminence the documented name of the visual prominence of a person;
 * {@code Unknown} for other keywords
 */
@Internal
public record Keyword(String id, String text, String type, String visualProminence) {

	/** The type of a keyword that names a person. */
	public static final String SPECIFIC_PEOPLE = "Specific people";

}
