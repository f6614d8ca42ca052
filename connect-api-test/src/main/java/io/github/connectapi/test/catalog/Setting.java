package io.github.connectapi.test.catalog;

import io.github.connectapi.test.Internal;

/**
 * The place that an image shows.
 */
@Internal
public enum Setting {

	FIELD, MEADOW, HILLS, FOREST, PARK, LAKE, BEACH, HARBOR, RIVER, MOUNTAINS, SKYLINE, STREET, SQUARE, STADIUM, STAGE,
	ROOM, OFFICE, STUDIO

}
