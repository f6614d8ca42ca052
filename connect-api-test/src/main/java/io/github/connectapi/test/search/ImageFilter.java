package io.github.connectapi.test.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.Offering;
import io.github.connectapi.test.operation.Choices;
import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.RequestArguments;

/**
 * The filters of a search for images.
 */
final class ImageFilter {

	private static final Choices FAMILIES = Choices.of("ImageFamilies", "Creative", "Editorial");

	private static final Choices STYLES = Choices.of("GraphicStyles", "Photography", "Illustration");

	private static final Choices MODELS = Choices.of("LicensingModels", "RoyaltyFree", "RightsManaged");

	private static final Choices FILE_TYPES = Choices.of("FileTypes", "eps", "jpg");

	private static final Choices ORIENTATIONS = Choices
		.of("Orientations", "Horizontal", "Vertical", "PanoramicHorizontal", "PanoramicVertical", "Square")
		.withCode("InvalidOrientation");

	private static final Choices SEGMENTS = Choices
		.of("EditorialSegments", "News", "Sports", "Sport", "Entertainment", "Publicity", "Royalty", "Archival")
		.withCode("InvalidEditorialSegment");

	private static final Choices OFFERINGS = Choices
		.of("ProductOfferings", "PremiumAccess", "EditorialSubscription", "EasyAccess")
		.withCode("InvalidProductOffering");

	private final RequestArguments arguments;

	private final List<Predicate<Image>> conditions = new ArrayList<>();

	private ImageFilter(RequestArguments arguments) {
		this.arguments = arguments;
	}

	static Set<String> families(RequestArguments filter) throws OperationErrorException {
		return FAMILIES.all(filter);
	}

	/**
	 * Return the condition that images must meet.
	 * @param filter the filter of a request
	 * @param version the version of the operation
	 * @param accountOfferings the offerings of the account
	 * @return the condition
	 * @throws OperationErrorException if a filter is not valid
	 */
	static Predicate<Image> of(RequestArguments filter, Version version, Set<Offering> accountOfferings)
			throws OperationErrorException {
		ImageFilter reader = new ImageFilter(filter);
		reader.readChoices();
		reader.readOfferings(accountOfferings);
		reader.readIds();
		if (version.isSecond()) {
			reader.readFlags();
		}
		return reader.conditions.stream().reduce((image) -> true, Predicate::and);
	}

	private void readChoices() throws OperationErrorException {
		add(FAMILIES, (image) -> Set.of(image.family().wireName()));
		add(STYLES, (image) -> Set.of(image.appearance().graphicStyle()));
		add(MODELS, (image) -> Set.of(image.rights().licensingModel().wireName()));
		add(ORIENTATIONS, (image) -> Set.of(image.appearance().orientation().wireName()));
		add(FILE_TYPES, ImageFilter::fileTypes);
		add(SEGMENTS, ImageFilter::segments);
		this.conditions.addAll(Refinements.of(this.arguments));
	}

	private void readOfferings(Set<Offering> accountOfferings) throws OperationErrorException {
		Set<String> authorized = accountOfferings.stream().map(Offering::wireName).collect(Collectors.toSet());
		if (!authorized.containsAll(OFFERINGS.all(this.arguments))) {
			throw new OperationErrorException("UnauthorizedProductOffering",
					"The account does not have the product offerings of the filter.");
		}
		add(OFFERINGS, (image) -> image.rights().offerings().stream().map(Offering::wireName).toList());
	}

	private void readIds() throws OperationErrorException {
		IdFilter collections = IdFilter.ofCollections(this.arguments);
		this.conditions.add((image) -> collections.passes(Integer.toString(image.collection().id())));
		IdFilter sources = IdFilter.ofSources(this.arguments);
		this.conditions.add((image) -> sources.passes(image.editorial().sourceId()));
	}

	private void readFlags() throws OperationErrorException {
		// No image of the catalog shows nudity.
		this.arguments.flag("ExcludeNudity");
		if (this.arguments.flag("EmbedContentOnly")) {
			this.conditions.add((image) -> image.rights().embeddable());
		}
		if (this.arguments.flag("WhiteBackgroundOnly")) {
			this.conditions.add((image) -> image.appearance().whiteBackground());
		}
	}

	private void add(Choices choices, Function<Image, Iterable<String>> values) throws OperationErrorException {
		Set<String> chosen = choices.all(this.arguments);
		if (!chosen.isEmpty()) {
			this.conditions.add((image) -> containsAny(chosen, values.apply(image)));
		}
	}

	private static boolean containsAny(Set<String> chosen, Iterable<String> values) {
		for (String value : values) {
			if (chosen.contains(value)) {
				return true;
			}
		}
		return false;
	}

	private static Iterable<String> fileTypes(Image image) {
		return image.sizes().stream().map((size) -> (size.mimeType().equals("image/jpeg") ? "jpg" : "eps")).toList();
	}

	/** The filter says "Sports" where images say "Sport". */
	private static Iterable<String> segments(Image image) {
		List<String> segments = new ArrayList<>(image.editorial().segments());
		if (segments.contains("Sport")) {
			segments.add("Sports");
		}
		return segments;
	}

}
