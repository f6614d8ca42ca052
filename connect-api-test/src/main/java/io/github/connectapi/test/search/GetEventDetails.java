package io.github.connectapi.test.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Event;
import io.github.connectapi.test.operation.Access;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.operation.Operation;
import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.OperationRequest;
import io.github.connectapi.test.operation.OperationResult;
import io.github.connectapi.test.operation.WireDate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * GetEventDetails. An unknown id among known ones is a warning.
 */
record GetEventDetails() {

	List<Operation> all() {
		return List.of(Operation.of("search", "GetEventDetails", Access.ANY, GetEventDetails::details));
	}

	private static OperationResult details(OperationRequest request) throws OperationErrorException {
		ObjectNode json = Json.object();
		ArrayNode results = json.putArray("EventResult");
		int found = 0;
		for (int id : ids(request)) {
			Optional<Event> event = Catalog.get().event(id);
			found += (event.isPresent() ? 1 : 0);
			write(id, event, results.addObject());
		}
		String message = "One or more of the events could not be found.";
		if (found == 0) {
			throw new OperationErrorException("EventNotFound", message);
		}
		OperationResult result = OperationResult.of(json);
		return (found < results.size()) ? result.withWarning("EventNotFound", message) : result;
	}

	private static Set<Integer> ids(OperationRequest request) throws OperationErrorException {
		List<String> texts = request.arguments().texts("EventIds");
		if (texts.isEmpty()) {
			throw new OperationErrorException("MissingEventIds", "EventIds is required.");
		}
		Set<Integer> ids = new LinkedHashSet<>();
		for (String text : texts) {
			try {
				ids.add(Integer.valueOf(text.strip()));
			}
			catch (NumberFormatException ex) {
				throw OperationErrorException.invalidRequest("EventIds must be whole numbers.");
			}
		}
		return ids;
	}

	private static void write(int id, Optional<Event> event, ObjectNode result) {
		event.ifPresentOrElse((found) -> write(found, result.putObject("Event")), () -> result.putNull("Event"));
		result.put("EventId", id).put("Status", (event.isPresent() ? "Success" : "Not Found"));
	}

	private static void write(Event event, ObjectNode json) {
		json.put("EventId", event.id())
			.put("EventName", event.name())
			.put("ChildEventCount", event.childEventCount())
			.put("ImageCount", event.imageCount())
			.put("RepresentativeImageId", event.representativeImageId())
			.put("StartDate", WireDate.format(event.startDate().toInstant()));
		JsonFields.texts(json, "EditorialSegments", event.segments());
		json.putArray("Location")
			.addObject()
			.put("City", event.place().city())
			.put("Country", event.place().country())
			.put("StateProvince", event.place().stateProvince())
			.put("Venue", event.venue());
	}

}
