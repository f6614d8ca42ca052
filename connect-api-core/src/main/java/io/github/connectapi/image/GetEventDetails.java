package io.github.connectapi.image;

import java.util.List;

/**
 * Request of {@code GetEventDetails}. Components may be added.
 *
 * @param eventIds the ids of the events, at least one
 */
public record GetEventDetails(List<Long> eventIds) {

	/**
	 * Create a request with a copy of the ids.
	 * @param eventIds the ids of the events, at least one
	 */
	public GetEventDetails {
		eventIds = List.copyOf(eventIds);
	}

	/**
	 * Create a request.
	 * @param eventIds the ids of the events, at least one
	 * @return the request
	 */
	public static GetEventDetails of(Long... eventIds) {
		return new GetEventDetails(List.of(eventIds));
	}

}
