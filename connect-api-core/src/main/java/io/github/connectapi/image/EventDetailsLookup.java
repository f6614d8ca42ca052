package io.github.connectapi.image;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.operation.ConnectOperations;

/**
 * Returns details of events by id. Thread-safe. Methods throw the exceptions of
 * {@link ConnectApi}.
 */
public final class EventDetailsLookup {

	private static final String NOT_FOUND = "EventNotFound";

	private final ConnectApi connect;

	/**
	 * Create a lookup.
	 * @param connect the API that calls {@code GetEventDetails}
	 */
	public EventDetailsLookup(ConnectApi connect) {
		this.connect = connect;
	}

	/**
	 * Return the details of an event that may not exist.
	 * @param eventId the id of the event
	 * @return the details; empty if the event does not exist
	 */
	public Optional<EventDetails> find(long eventId) {
		try {
			return this.connect
				.call(ConnectOperations.GET_EVENT_DETAILS, GetEventDetails.of(eventId), GetEventDetailsResult.class)
				.eventResult()
				.stream()
				.filter((result) -> isOf(result.eventId(), eventId))
				.flatMap((result) -> Optional.ofNullable(result.event()).stream())
				.findFirst();
		}
		catch (ConnectOperationException ex) {
			// The server reports an error if none of the events exists.
			if (ex.code().filter(NOT_FOUND::equals).isPresent()) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	private static boolean isOf(@Nullable Long received, long requested) {
		return received != null && received == requested;
	}

}
