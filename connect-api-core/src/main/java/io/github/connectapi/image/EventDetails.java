package io.github.connectapi.image;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;

import io.github.connectapi.operation.ListCopies;

/**
 * Details of one event. The documentation describes the location both as an object and as
 * a collection, and the status both inside and beside the event; all are read. Values
 * that the server did not return are null, and lists are empty then. Only the library
 * creates instances; components may be added.
 *
 * @param childEventCount the number of events that are part of this event
 * @param editorialSegments the segments of the event, for instance {@code Sport}
 * @param eventId the id of the event
 * @param eventName the name of the event
 * @param imageCount the number of its images
 * @param location where it took place: one location or none
 * @param representativeImageId the id of an image that represents the event
 * @param startDate when it began
 * @param status the status, if the server returned it here instead of in
 * {@code EventResult}
 */
public record EventDetails(@Nullable Integer childEventCount,
		@JsonAlias("EditorialSegment") List<String> editorialSegments, @Nullable Long eventId,
		@Nullable String eventName, @Nullable Integer imageCount,
		@JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<Location> location,
		@Nullable String representativeImageId, @Nullable Instant startDate, @Nullable String status) {

	/**
	 * Create a record with copies of the lists. A missing list is empty.
	 * @param childEventCount the number of events that are part of this event
	 * @param editorialSegments the segments of the event, for instance {@code Sport}
	 * @param eventId the id of the event
	 * @param eventName the name of the event
	 * @param imageCount the number of its images
	 * @param location where it took place: one location or none
	 * @param representativeImageId the id of an image that represents the event
	 * @param startDate when it began
	 * @param status the status, if the server returned it here instead of in
	 * {@code EventResult}
	 */
	public EventDetails {
		editorialSegments = ListCopies.orEmpty(editorialSegments);
		location = ListCopies.orEmpty(location);
	}

	/**
	 * Place of an event. Values that the server did not return are null. Only the library
	 * creates instances; components may be added.
	 *
	 * @param city the city
	 * @param country the country
	 * @param stateProvince the state or province
	 * @param venue the venue
	 */
	public record Location(@Nullable String city, @Nullable String country, @Nullable String stateProvince,
			@Nullable String venue) {

	}

}
