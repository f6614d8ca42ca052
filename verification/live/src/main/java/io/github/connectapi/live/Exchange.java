package io.github.connectapi.live;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

/**
 * A response as the server sent it.
 *
 * @param path the path of the request
 * @param status the HTTP status
 * @param contentType the content type; empty if there is none
 * @param request the request
 * @param response the response; missing if it is no JSON
 */
record Exchange(String path, int status, String contentType, JsonNode request, JsonNode response) {

	/** Return the header of the envelope. */
	JsonNode header() {
		return this.response.path("ResponseHeader");
	}

	/** Return the result, whatever its name is. */
	JsonNode result() {
		return this.response.properties()
			.stream()
			.filter((property) -> !property.getKey().equals("ResponseHeader"))
			.map((property) -> property.getValue())
			.findFirst()
			.orElseGet(() -> this.response.path("none"));
	}

	/** Return whether the envelope reports an error. */
	boolean isError() {
		return this.header().path("Status").asString("").equalsIgnoreCase("error");
	}

	/** Return the codes of the status list. */
	String codes() {
		JsonNode list = header().path("StatusList");
		return StreamSupport.stream(list.spliterator(), false)
			.map((entry) -> entry.path("Code").asString("none"))
			.collect(Collectors.joining(", "));
	}

	/** Return whether the response has the coordination id of the request. */
	boolean repeatsCoordinationId() {
		String sent = this.request.path("RequestHeader").path("CoordinationId").asString("");
		return sent.equalsIgnoreCase(header().path("CoordinationId").asString("missing"));
	}

}
