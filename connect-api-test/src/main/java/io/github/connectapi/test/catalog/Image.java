package io.github.connectapi.test.catalog;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.connectapi.test.Internal;

/**
 * An image of the catalog.
 *
 * @param id the id: digits
 * @param title the title
 * @param caption the caption
 * @param artist the name of the artist
 * @param family the family
 * @param collection the collection
 * @param created when it was created
 * @param submitted when it was added to the catalog
 * @param place where it was created
 * @param appearance how it looks
 * @param rights who may license and use it
 * @param editorial the editorial side
 * @param keywords the keywords, at least one
 * @param sizes the sizes in ascending order
 * @param words the words of title, caption, keywords and artist, in lower case
 */
@Internal
public record Image(String id, String title, String caption, String artist, ImageFamily family,
		ImageCollection collection, OffsetDateTime created, OffsetDateTime submitted, Place place,
		Appearance appearance, ImageRights rights, EditorialInfo editorial, List<Keyword> keywords,
		List<ImageSize> sizes, Set<String> words) {

	/**
	 * Return the names of the persons that the image shows.
	 * @return the names
	 */
	public List<String> people() {
		return this.keywords.stream()
			.filter((keyword) -> keyword.type().equals(Keyword.SPECIFIC_PEOPLE))
			.map(Keyword::text)
			.toList();
	}

	/**
	 * Return the title of the artist.
	 * @return the title
	 */
	public String artistTitle() {
		return (this.appearance.illustration() ? "Illustrator" : "Photographer");
	}

	/**
	 * Return the credit line.
	 * @return the name of the artist and of the collection
	 */
	public String creditLine() {
		return this.artist + " / " + this.collection.name();
	}

	/**
	 * Return a size.
	 * @param key the size key
	 * @return the size, if the image has it
	 */
	public Optional<ImageSize> size(String key) {
		return this.sizes.stream().filter((size) -> size.key().equals(key)).findFirst();
	}

	/**
	 * Return the largest size.
	 * @return the largest size
	 */
	public ImageSize largestSize() {
		return this.sizes.get(this.sizes.size() - 1);
	}

}
