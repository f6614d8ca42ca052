package io.github.connectapi.test.search;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.Keyword;
import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.RequestArguments;

/**
 * The query of a search for images.
 */
final class ImageQuery {

	private final RequestArguments arguments;

	private final Version version;

	private final List<Predicate<Image>> conditions = new ArrayList<>();

	private ImageQuery(RequestArguments arguments, Version version) {
		this.arguments = arguments;
		this.version = version;
	}

	/**
	 * Return the condition that images must meet.
	 * @param query the query of a request
	 * @param version the version of the operation
	 * @param families the image families of the filter
	 * @return the condition
	 * @throws OperationErrorException if there is no query or it is not valid
	 */
	static Predicate<Image> of(RequestArguments query, Version version, Set<String> families)
			throws OperationErrorException {
		return new ImageQuery(query, version).read(families);
	}

	private Predicate<Image> read(Set<String> families) throws OperationErrorException {
		readDates(families);
		readIds();
		readPersons();
		Optional<SearchPhrase> phrase = this.arguments.text("SearchPhrase").map(SearchPhrase::of);
		phrase.ifPresent((words) -> this.conditions.add((image) -> words.matches(image.words())));
		return this.conditions.stream()
			.reduce(Predicate::and)
			.orElseThrow(() -> OperationErrorException
				.invalidRequest("Query must have a SearchPhrase or another query parameter."));
	}

	private void readDates(Set<String> families) throws OperationErrorException {
		RequestArguments range = this.arguments.object("DateCreatedRange");
		Optional<String> start = range.text("StartDate");
		Optional<String> end = range.text("EndDate");
		if (start.isEmpty() && end.isEmpty()) {
			return;
		}
		if (!families.isEmpty() && !families.contains("Editorial")) {
			throw new OperationErrorException("DateCreatedRangeNotApplicable",
					"DateCreatedRange can only be used with the editorial or default image family.");
		}
		if (start.isPresent()) {
			OffsetDateTime first = this.version.startOf("StartDate", start.get());
			this.conditions.add((image) -> !image.created().isBefore(first));
		}
		if (end.isPresent()) {
			OffsetDateTime next = this.version.after("EndDate", end.get());
			this.conditions.add((image) -> image.created().isBefore(next));
		}
	}

	private void readIds() throws OperationErrorException {
		OptionalInt event = this.arguments.integer("EventId");
		if (event.isPresent()) {
			this.conditions.add((image) -> image.editorial().eventIds().contains(event.getAsInt()));
		}
		Set<String> keywords = Set.copyOf(this.arguments.texts("KeywordIds"));
		if (!keywords.isEmpty()) {
			this.conditions.add((image) -> hasAll(image.keywords(), keywords));
		}
	}

	private void readPersons() throws OperationErrorException {
		Set<String> names = new HashSet<>();
		for (String name : this.arguments.texts("SpecificPersons")) {
			names.add(name.strip().toLowerCase(Locale.ROOT));
		}
		if (this.version.isSecond()) {
			names.addAll(EntityUris.resolve(this.arguments.texts("EntityUris")));
		}
		if (!names.isEmpty()) {
			this.conditions.add((image) -> image.people()
				.stream()
				.map((name) -> name.toLowerCase(Locale.ROOT))
				.collect(Collectors.toSet())
				.containsAll(names));
		}
	}

	static boolean hasAll(List<Keyword> keywords, Set<String> ids) {
		return keywords.stream().map(Keyword::id).collect(Collectors.toSet()).containsAll(ids);
	}

}
