package io.github.connectapi.live;

import java.util.Locale;

import tools.jackson.databind.JsonNode;

/**
 * Findings in the responses to a search.
 */
final class SearchFindings {

	private SearchFindings() {
	}

	static Finding error(Exchange exchange) {
		return Finding.of("HTTP status of an error of an operation, here a search for 1000 images",
				"200, with the status error in the envelope",
				"%s, %s (code %s)".formatted(exchange.status(), exchange.isError() ? "with that status" : "without it",
						exchange.codes().isEmpty() ? "none" : exchange.codes()),
				exchange.status() == 200 && exchange.isError());
	}

	static Finding dates(Exchange exchange) {
		JsonNode date = exchange.result().path("Images").path(0).path("DateCreated");
		String form = form(date.asString(""));
		return Finding.of("Form of DateCreated in a search", "/Date(...)/ with or without an offset, or ISO 8601", form,
				!form.equals("another form"));
	}

	private static String form(String date) {
		if (date.isEmpty()) {
			return "no date";
		}
		if (date.matches("/Date\\(-?\\d+\\)/")) {
			return "/Date(...)/ without an offset";
		}
		if (date.matches("/Date\\(-?\\d+[+-]\\d{4}\\)/")) {
			return "/Date(...)/ with an offset";
		}
		return date.toUpperCase(Locale.ROOT).matches("\\d{4}-\\d{2}-\\d{2}(T.*)?") ? "ISO 8601" : "another form";
	}

}
