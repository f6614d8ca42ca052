package io.github.connectapi.test.catalog;

import java.util.List;
import java.util.Optional;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Dice;

/**
 * The editorial side of an image.
 *
 * @param segments the documented names of the editorial segments; empty if the image is
 * creative
 * @param sourceId the id of the source; empty if the image is creative
 * @param sourceName the name of the source; empty if the image is creative
 * @param eventIds the ids of the events; at least one if the image is editorial
 * @param qualityRank the rank, from 1 to 3
 */
@Internal
public record EditorialInfo(List<String> segments, String sourceId, String sourceName, List<Integer> eventIds,
		int qualityRank) {

	private static final List<String> SOURCES = List.of("Exampleton Press", "Sample Sports Agency",
			"Testland Picture Service");

	static EditorialInfo of(Optional<EventPlan> event, Dice dice) {
		int rank = 1 + dice.next(3);
		int source = dice.next(SOURCES.size());
		return event
			.map((plan) -> new EditorialInfo(plan.segments(), Integer.toString(40001 + source), SOURCES.get(source),
					List.of(plan.id()), rank))
			.orElseGet(() -> new EditorialInfo(List.of(), "", "", List.of(), rank));
	}

}
