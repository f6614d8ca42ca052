package io.github.connectapi.test.search;

import java.util.Comparator;
import java.util.Set;

import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.operation.Choices;
import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.RequestArguments;

/**
 * The order of images in a result. An order takes effect if the filter has its family.
 *
 * @param editorial the documented name of the editorial order
 * @param creative the documented name of the creative order
 * @param comparator the order that takes effect
 */
record ImageSorting(String editorial, String creative, Comparator<Image> comparator) {

	private static final Choices EDITORIAL_V1 = Choices.of("EditorialSortOrder", "Default", "MostRecent", "MostPopular")
		.withCode("InvalidItemSortType");

	private static final Choices EDITORIAL_V2 = Choices
		.of("EditorialSortOrder", "Default", "MostRecent", "MostPopular", "Trending", "Oldest")
		.withCode("InvalidItemSortType");

	private static final Choices CREATIVE = Choices.of("CreativeSortOrder", "MostRecent", "MostPopular")
		.withCode("InvalidItemSortType");

	private static final Comparator<Image> BY_ID = Comparator.comparing(Image::id);

	private static final Comparator<Image> LATEST_FIRST = Comparator.comparing(Image::submitted)
		.thenComparing(Image::id)
		.reversed();

	private static final Comparator<Image> POPULAR_FIRST = Comparator
		.<Image>comparingInt((image) -> image.editorial().qualityRank())
		.thenComparing(Image::id);

	private static final Comparator<Image> TRENDING = Comparator
		.<Image>comparingInt((image) -> image.submitted().getYear())
		.reversed()
		.thenComparing(POPULAR_FIRST);

	private static final Comparator<Image> OLDEST = Comparator.comparing(Image::created).thenComparing(Image::id);

	private static final Comparator<Image> NEWEST = Comparator.comparing(Image::created)
		.thenComparing(Image::submitted)
		.thenComparing(Image::id)
		.reversed();

	static ImageSorting of(RequestArguments options, Version version, Set<String> families)
			throws OperationErrorException {
		String editorial = (version.isSecond() ? EDITORIAL_V2 : EDITORIAL_V1).one(options, "Default");
		String creative = (version.isSecond() ? CREATIVE.one(options, "") : "");
		// A search of both families has no order, unless there is one of the request.
		boolean single = families.size() == 1;
		if (families.contains("Editorial") && (single || !editorial.equals("Default"))) {
			return new ImageSorting(editorial, "MostPopular", comparator(editorial));
		}
		if (families.contains("Creative") && (single || !creative.isEmpty())) {
			String order = (creative.isEmpty() ? "MostPopular" : creative);
			return new ImageSorting("Default", order, comparator(order));
		}
		return new ImageSorting("Default", "MostPopular", BY_ID);
	}

	private static Comparator<Image> comparator(String order) {
		return switch (order) {
			case "MostRecent" -> LATEST_FIRST;
			case "MostPopular" -> POPULAR_FIRST;
			case "Trending" -> TRENDING;
			case "Oldest" -> OLDEST;
			default -> NEWEST;
		};
	}

}
