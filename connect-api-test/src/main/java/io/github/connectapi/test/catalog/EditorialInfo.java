package io.github.connectapi.test.catalog;

import java.util.List;

import io.github.connectapi.test.Internal;

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

}
