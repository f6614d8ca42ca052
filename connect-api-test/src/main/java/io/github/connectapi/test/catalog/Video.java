package io.github.connectapi.test.catalog;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

import io.github.connectapi.test.Internal;

/**
 * A video of the catalog.
 *
 * @param id the id: digits
 * @param title the title
 * @param caption the caption
 * @param filmMaker the name of the film maker
 * @param family the family
 * @param collection the collection
 * @param created when it was created
 * @param rights who may license and use it
 * @param licenseType the documented name of the license type
 * @param release the documented name of the release
 * @param source the source; empty if the video is creative
 * @param format the technical side
 * @param keywords the keywords
 * @param storyboardImageIds the ids of images of the catalog that show scenes of the
 * video; the first is its thumbnail
 * @param words the words of title, caption, keywords and film maker, in lower case
 */
@Internal
public record Video(String id, String title, String caption, String filmMaker, ImageFamily family,
		ImageCollection collection, OffsetDateTime created, ImageRights rights, String licenseType, String release,
		String source, VideoFormat format, List<Keyword> keywords, List<String> storyboardImageIds, Set<String> words) {

}
