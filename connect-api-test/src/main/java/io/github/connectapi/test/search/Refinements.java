package io.github.connectapi.test.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.operation.Choices;
import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.RequestArguments;
import io.github.connectapi.test.search.RefinementCategory.Refinement;
import tools.jackson.databind.node.ArrayNode;

/**
 * Applies refinements to a search and finds those that can be applied next.
 */
final class Refinements {

	private static final Choices SETS = Choices.of("RefinementOptionsSet", "RefinementSet1", "RefinementSet2",
			"RefinementSet3");

	private static final Comparator<Map.Entry<Refinement, Integer>> FREQUENT_FIRST = Map.Entry
		.<Refinement, Integer>comparingByValue()
		.reversed()
		.thenComparing((entry) -> entry.getKey().text())
		.thenComparing((entry) -> entry.getKey().id());

	/** Images never change, and finding the refinements of all takes milliseconds. */
	private static final Map<String, List<Refinement>> OF_IMAGES = new ConcurrentHashMap<>();

	private Refinements() {
	}

	/**
	 * Return the conditions that images must meet.
	 * @param filter the filter of a request
	 * @return one condition for each refinement
	 * @throws OperationErrorException if a refinement has no id or no documented category
	 */
	static List<Predicate<Image>> of(RequestArguments filter) throws OperationErrorException {
		List<Predicate<Image>> conditions = new ArrayList<>();
		for (RequestArguments entry : filter.objects("Refinements")) {
			RefinementCategory category = RefinementCategory.find(entry.requiredText("Category"))
				.orElseThrow(
						() -> OperationErrorException.invalidRequest("Category must be a category of a refinement."));
			String id = entry.requiredText("Id");
			conditions.add((image) -> category.of(image).anyMatch((refinement) -> refinement.id().equals(id)));
		}
		return conditions;
	}

	/**
	 * Return the number of options for each category.
	 * @param options the result options of a request
	 * @param version the version of the operation
	 * @return the number; version 1 has its own sets, and options without one
	 * @throws OperationErrorException if version 2 does not have the set
	 */
	static int countForCategory(RequestArguments options, Version version) throws OperationErrorException {
		if (!version.isSecond()) {
			return 15;
		}
		return switch (SETS.one(options, "")) {
			case "RefinementSet1" -> 15;
			case "RefinementSet2" -> 25;
			case "RefinementSet3" -> 5;
			default -> 0;
		};
	}

	static void write(List<Image> matches, int countForCategory, ArrayNode options) {
		if (countForCategory == 0) {
			return;
		}
		Map<RefinementCategory, Map<Refinement, Integer>> counts = count(matches);
		for (RefinementCategory category : RefinementCategory.values()) {
			counts.getOrDefault(category, Map.of())
				.entrySet()
				.stream()
				.sorted(FREQUENT_FIRST)
				.limit(countForCategory)
				.forEach((entry) -> options.addObject()
					.put("Category", category.wireName())
					.put("Id", entry.getKey().id())
					.put("ImageCount", entry.getValue())
					.put("Text", entry.getKey().text()));
		}
	}

	private static Map<RefinementCategory, Map<Refinement, Integer>> count(List<Image> matches) {
		Map<RefinementCategory, Map<Refinement, Integer>> counts = new EnumMap<>(RefinementCategory.class);
		for (Image image : matches) {
			for (Refinement refinement : of(image)) {
				counts.computeIfAbsent(refinement.category(), (category) -> new HashMap<>())
					.merge(refinement, 1, Integer::sum);
			}
		}
		return counts;
	}

	private static List<Refinement> of(Image image) {
		return OF_IMAGES.computeIfAbsent(image.id(),
				(id) -> Arrays.stream(RefinementCategory.values())
					.flatMap((category) -> category.of(image).distinct())
					.toList());
	}

}
