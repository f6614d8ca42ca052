package io.github.connectapi.test.catalog;

import java.util.Arrays;
import java.util.List;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Table;

/**
 * A collection of images.
 *
 * @param id the id
 * @param name the name
 * @param family the family of its images
 * @param licensingModel the licensing model of its images
 * @param offerings the offerings that can license its images
 */
@Internal
public record ImageCollection(int id, String name, ImageFamily family, LicensingModel licensingModel,
		List<Offering> offerings) {

	private static final String TABLE = """
			101 | Fake Collection | CREATIVE | ROYALTY_FREE | EASY_ACCESS PREMIUM_ACCESS ROYALTY_FREE_SUBSCRIPTION IMAGE_PACK
			102 | Fields and Forests | CREATIVE | ROYALTY_FREE | EASY_ACCESS ROYALTY_FREE_SUBSCRIPTION IMAGE_PACK
			103 | Everyday Drawings | CREATIVE | ROYALTY_FREE | ROYALTY_FREE_SUBSCRIPTION IMAGE_PACK
			104 | City and Sea | CREATIVE | ROYALTY_FREE | PREMIUM_ACCESS EASY_ACCESS
			105 | Signed Prints | CREATIVE | RIGHTS_MANAGED | PREMIUM_ACCESS
			201 | Daily Events | EDITORIAL | RIGHTS_MANAGED | EDITORIAL_SUBSCRIPTION PREMIUM_ACCESS
			202 | Sports Desk | EDITORIAL | RIGHTS_MANAGED | PREMIUM_ACCESS EDITORIAL_SUBSCRIPTION
			203 | Archive of Inventions | EDITORIAL | RIGHTS_MANAGED | EDITORIAL_SUBSCRIPTION EASY_ACCESS
			""";

	static final List<ImageCollection> ALL = Table.rows(TABLE).stream().map(ImageCollection::of).toList();

	private static ImageCollection of(List<String> row) {
		List<Offering> offerings = Arrays.stream(row.get(4).split(" ")).map(Offering::valueOf).toList();
		return new ImageCollection(Integer.parseInt(row.get(0)), row.get(1), ImageFamily.valueOf(row.get(2)),
				LicensingModel.valueOf(row.get(3)), offerings);
	}

	/**
	 * Return the collections of a family.
	 */
	static List<ImageCollection> of(ImageFamily family) {
		return ALL.stream().filter((collection) -> collection.family == family).toList();
	}

}
