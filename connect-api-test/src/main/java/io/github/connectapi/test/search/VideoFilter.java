package io.github.connectapi.test.search;

import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Predicate;

import io.github.connectapi.test.catalog.ImageFamily;
import io.github.connectapi.test.catalog.Video;
import io.github.connectapi.test.operation.Choices;
import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.RequestArguments;

/**
 * The filters of a search for videos and the order of its result.
 *
 * @param families the families
 * @param models the license types
 * @param formats the formats
 * @param clipType the clip type of editorial videos; empty for all
 * @param collections the collections
 */
record VideoFilter(Set<String> families, Set<String> models, Set<String> formats, String clipType,
		IdFilter collections) implements Predicate<Video> {

	private static final Comparator<Video> BY_ID = Comparator.comparing(Video::id);

	private static final Comparator<Video> LATEST_FIRST = Comparator.comparing(Video::created)
		.thenComparing(Video::id)
		.reversed();

	static VideoFilter of(RequestArguments filter) throws OperationErrorException {
		// No video of the catalog shows nudity.
		filter.flag("ExcludeNudity");
		return new VideoFilter(Choices.of("AssetFamilies", "Creative", "Editorial").all(filter),
				Choices.of("LicensingModels", "RoyaltyFree", "RightsReady").all(filter),
				Choices.of("Formats", "HD", "SD").all(filter),
				Choices.of("ClipType", "Produced", "Raw").one(filter, ""), IdFilter.ofCollections(filter));
	}

	@Override
	public boolean test(Video video) {
		return (this.families.isEmpty() || this.families.contains(video.family().wireName()))
				&& (this.models.isEmpty() || this.models.contains(video.licenseType()))
				&& (this.formats.isEmpty() || !Collections.disjoint(this.formats, video.format().formats()))
				&& (this.clipType.isEmpty() || video.family() != ImageFamily.EDITORIAL
						|| this.clipType.equals(video.format().clipType()))
				&& this.collections.passes(Integer.toString(video.collection().id()));
	}

	/**
	 * Return the order of the result.
	 * @param options the result options of a request
	 * @return the order
	 * @throws OperationErrorException if the family of this filter does not have the
	 * order
	 */
	Comparator<Video> sorting(RequestArguments options) throws OperationErrorException {
		Choices orders = (this.families.contains("Creative") ? Choices.of("SortOrder", "MostRecent", "BestMatch")
				: Choices.of("SortOrder", "MostRecent", "MostPopular", "Trending"));
		if (this.families.size() != 1 && options.text("SortOrder").isPresent()) {
			throw new OperationErrorException("InvalidItemSortType",
					"SortOrder requires exactly one entry in AssetFamilies.");
		}
		return switch (orders.withCode("InvalidItemSortType").one(options, "")) {
			case "MostRecent" -> LATEST_FIRST;
			case "Trending" ->
				Comparator.<Video>comparingInt((video) -> video.created().getYear()).reversed().thenComparing(BY_ID);
			default -> BY_ID;
		};
	}

}
