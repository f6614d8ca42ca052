package io.github.connectapi.samples.quickstart;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Service;
import org.springframework.util.Assert;
import org.springframework.web.client.RestClient;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.autoconfigure.ConnectConnectionDetails;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * Searches pictures with the token of the session that the starter keeps alive.
 */
@Service
public class PictureSearch {

	/** Of the codes that begin with AUTH, those that another token would not change. */
	private static final Set<String> NOT_THE_TOKEN = Set.of("AUTH-002", "AUTH-014", "AUTH-023");

	private final ConnectSessionManager sessions;

	private final RestClient connect;

	public PictureSearch(ConnectSessionManager sessions, ConnectConnectionDetails details, RestClient.Builder builder) {
		this.sessions = sessions;
		this.connect = builder.baseUrl(details.getBaseUrl().toString()).build();
	}

	/**
	 * The titles of the pictures that match a phrase.
	 */
	public List<String> titles(String phrase) {
		ConnectSession session = this.sessions.getSession();
		JsonNode answer = search(session, phrase);
		if (isTokenRejected(answer)) {
			this.sessions.invalidate(session);
			ConnectSession current = this.sessions.getSession();
			if (!current.token().equals(session.token())) {
				answer = search(current, phrase);
			}
		}
		Assert.state(!isError(answer), "The search failed with " + code(answer));
		return answer.at("/SearchForImagesResult/Images")
			.valueStream()
			.map((image) -> image.path("Title").asString())
			.toList();
	}

	private JsonNode search(ConnectSession session, String phrase) {
		return this.connect.post()
			.uri("/v2/search/SearchForImages")
			.body(Map.of("RequestHeader",
					Map.of("Token", session.token().reveal(), "CoordinationId", UUID.randomUUID().toString()),
					"SearchForImagesRequestBody",
					Map.of("Query", Map.of("SearchPhrase", phrase), "ResultOptions",
							Map.of("ItemCount", 3, "ItemStartNumber", 1))))
			// The API answers errors under several HTTP statuses.
			.exchangeForRequiredValue((request, response) -> Objects.requireNonNull(response.bodyTo(JsonNode.class)));
	}

	private static boolean isTokenRejected(JsonNode answer) {
		return isError(answer) && code(answer).startsWith("AUTH-") && !NOT_THE_TOKEN.contains(code(answer));
	}

	private static boolean isError(JsonNode answer) {
		return answer.at("/ResponseHeader/Status").asString("error").equalsIgnoreCase("error");
	}

	private static String code(JsonNode answer) {
		return answer.at("/ResponseHeader/StatusList/0/Code").asString("no code");
	}

}
