package io.github.connectapi.test.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.connectapi.test.catalog.Keyword;
import io.github.connectapi.test.catalog.Video;
import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.RequestArguments;

/**
 * The query of a search for videos.
 *
 * @param assetIds the ids of the videos; if there are some, nothing else matters
 * @param condition the condition that videos must meet
 * @param ignored whether there are other parameters besides the ids
 */
record VideoQuery(Set<String> assetIds, Predicate<Video> condition, boolean ignored) {

	private static final int MAX_IDS = 500;

	static VideoQuery of(RequestArguments query) throws OperationErrorException {
		Set<String> assetIds = new LinkedHashSet<>(query.texts("AssetIds"));
		if (query.texts("AssetIds").size() > MAX_IDS) {
			throw new OperationErrorException("AssetIdListExceedsMaxAllowed",
					"AssetIds must have at most %s entries.".formatted(MAX_IDS));
		}
		List<Predicate<Video>> conditions = conditions(query);
		if (conditions.isEmpty() && assetIds.isEmpty()) {
			throw OperationErrorException.invalidRequest("Query must have a SearchPhrase or another query parameter.");
		}
		return new VideoQuery(assetIds, conditions.stream().reduce((video) -> true, Predicate::and),
				!conditions.isEmpty() && !assetIds.isEmpty());
	}

	/**
	 * Return whether an id is of no video.
	 * @param assets the videos
	 * @return whether an id is unknown
	 */
	boolean hasUnknownId(AvailableAssets assets) {
		return this.assetIds.stream().anyMatch((id) -> assets.video(id).isEmpty());
	}

	private static List<Predicate<Video>> conditions(RequestArguments query) throws OperationErrorException {
		List<Predicate<Video>> conditions = new ArrayList<>();
		Optional<SearchPhrase> phrase = query.text("SearchPhrase").map(SearchPhrase::of);
		phrase.ifPresent((words) -> conditions.add((video) -> words.matches(video.words())));
		Set<String> keywords = Set.copyOf(query.texts("KeywordIds"));
		if (!keywords.isEmpty()) {
			conditions.add((video) -> ImageQuery.hasAll(video.keywords(), keywords));
		}
		Set<String> names = EntityUris.resolve(query.texts("EntityUris"));
		if (!names.isEmpty()) {
			conditions.add((video) -> video.keywords()
				.stream()
				.filter((keyword) -> keyword.type().equals(Keyword.SPECIFIC_PEOPLE))
				.map((keyword) -> keyword.text().toLowerCase(Locale.ROOT))
				.collect(Collectors.toSet())
				.containsAll(names));
		}
		return conditions;
	}

}
