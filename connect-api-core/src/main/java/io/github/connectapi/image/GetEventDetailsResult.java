package io.github.connectapi.image;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.operation.ListCopies;

/**
 * Result of {@code GetEventDetails}. Only the library creates instances; components may
 * be added.
 *
 * @param eventResult one entry for each requested event; may be empty
 */
public record GetEventDetailsResult(List<EventResult> eventResult) {

	/**
	 * Create a record with copies of the lists. A missing list is empty.
	 * @param eventResult one entry for each requested event; may be empty
	 */
	public GetEventDetailsResult {
		eventResult = ListCopies.orEmpty(eventResult);
	}

	/**
	 * Result for one event. Values that the server did not return are null. Only the
	 * library creates instances; components may be added.
	 *
	 * @param event the event; null if it does not exist
	 * @param eventId the requested id
	 * @param status for instance {@code Success} or {@code Not Found}
	 */
	public record EventResult(@Nullable EventDetails event, @Nullable Long eventId, @Nullable String status) {

	}

}
