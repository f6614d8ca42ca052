package io.github.connectapi.live;

import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import io.github.connectapi.ConnectSession;

/**
 * Findings in the responses with a session.
 */
final class SessionFindings {

	private SessionFindings() {
	}

	static List<Finding> ofCreated(Exchange exchange) {
		JsonNode result = exchange.result();
		return List.of(status(exchange), statusList(exchange),
				Finding.of("CreateSession repeats the CoordinationId", "yes",
						exchange.repeatsCoordinationId() ? "yes" : "no", exchange.repeatsCoordinationId()),
				duration("CreateSession", result), token("Token", result), token("SecureToken", result),
				Finding.noted("AccountId of CreateSession", result.hasNonNull("AccountId") ? "there" : "absent"),
				Finding.of("Content type of CreateSession", "application/json",
						exchange.contentType().isEmpty() ? "none" : exchange.contentType(),
						exchange.contentType().startsWith("application/json")));
	}

	static List<Finding> ofRenewed(ConnectSession before, ConnectSession renewed, Exchange exchange) {
		boolean token = !renewed.token().equals(before.token());
		boolean secure = !renewed.secureToken().equals(before.secureToken());
		return List.of(Finding.of("RenewSession returns another Token", "yes", token ? "yes" : "no", token),
				Finding.of("RenewSession returns another SecureToken", "yes", secure ? "yes" : "no", secure),
				duration("RenewSession", exchange.result()));
	}

	private static Finding status(Exchange exchange) {
		String status = exchange.header().path("Status").asString("missing");
		return Finding.of("Status of a success", "success, in lower case", status, status.equals("success"));
	}

	private static Finding statusList(Exchange exchange) {
		JsonNode list = exchange.header().path("StatusList");
		String seen = list.isMissingNode() ? "absent"
				: list.isNull() ? "null" : list.isEmpty() ? "empty" : exchange.codes();
		return Finding.of("StatusList of a success", "empty, null or absent", seen, list.isEmpty());
	}

	private static Finding duration(String operation, JsonNode result) {
		JsonNode duration = result.path("TokenDurationMinutes");
		return Finding.of("TokenDurationMinutes of " + operation, "the number 30",
				"the %s %s".formatted(duration.isNumber() ? "number" : "text", duration.asString("missing")),
				duration.isNumber() && duration.asInt() == 30);
	}

	/** Neither the token nor a part of it is shown. */
	private static Finding token(String field, JsonNode result) {
		String token = result.path(field).asString("");
		String others = token.chars()
			.filter((character) -> !Character.isLetterOrDigit(character))
			.distinct()
			.sorted()
			.mapToObj(Character::toString)
			.collect(Collectors.joining(" "));
		boolean length = token.length() >= 270 && token.length() <= 350;
		return Finding.of("Length and characters of the " + field,
				"270 to 350 characters: letters, digits, and some of # + / = |",
				"%s characters: letters, digits%s".formatted(token.length(), others.isEmpty() ? "" : ", " + others),
				length && others.matches("[#+/=| ]*"));
	}

}
