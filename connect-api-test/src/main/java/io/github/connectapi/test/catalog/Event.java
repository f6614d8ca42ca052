package io.github.connectapi.test.catalog;

import java.time.OffsetDateTime;
import java.util.List;

import io.github.connectapi.test.Internal;

/**
 * An event that editorial images show.
 *
 * @param id the id
 * @param name the name
 * @param childEventCount the number of events that are part of this one
 * @param segments the documented names of the editorial segments
 * @param imageCount the number of images of this event in the catalog
 * @param place the place
 * @param venue the venue
 * @param representativeImageId the id of an image of this event
 * @param startDate the date on which it began
 */
@Internal
public record Event(int id, String name, int childEventCount, List<String> segments, int imageCount, Place place,
		String venue, String representativeImageId, OffsetDateTime startDate) {

}
