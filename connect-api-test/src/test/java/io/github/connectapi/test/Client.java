package io.github.connectapi.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client that writes every envelope by hand and knows nothing of the server's classes.
 */
final class Client {

	static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final JsonMapper JSON = JsonMapper.shared();

	private final String baseUrl;

	Client(FakeConnectServer server) {
		this(server.baseUrl());
	}

	Client(String baseUrl) {
		this.baseUrl = baseUrl;
	}

	JsonNode createSession() throws Exception {
		return createSession("fake-user", "fake-user-password");
	}

	JsonNode createSession(String userName, String password) throws Exception {
		return json(post("/v1/session/CreateSession", createSessionBody(userName, password)));
	}

	JsonNode renewSession(String token) throws Exception {
		return json(postRenewal(token));
	}

	HttpResponse<String> postRenewal(String token) throws Exception {
		return post("/v1/session/RenewSession", envelope(token, "c-2", "RenewSessionRequestBody", system()));
	}

	JsonNode createApplicationSession() throws Exception {
		return json(post("/v1/session/CreateApplicationSession",
				envelope(null, "c-3", "CreateApplicationSessionRequestBody", system())));
	}

	JsonNode searchVersion1(@Nullable String token, String phrase) throws Exception {
		return json(post("/v1/search/SearchForImages", envelope(token, "c-4", "SearchForImages2RequestBody",
				Map.of("Query", Map.of("SearchPhrase", phrase)))));
	}

	JsonNode searchVersion2(@Nullable String token, Map<String, ?> arguments) throws Exception {
		return json(
				post("/v2/search/SearchForImages", envelope(token, "c-5", "SearchForImagesRequestBody", arguments)));
	}

	JsonNode call(String path, @Nullable String token, String key, Map<String, ?> arguments) throws Exception {
		return json(post(path, envelope(token, "c-6", key, arguments)));
	}

	HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
		return HTTP.send(request(path, body).build(), BodyHandlers.ofString());
	}

	HttpRequest.Builder request(String path, String body) {
		return HttpRequest.newBuilder(URI.create(this.baseUrl + path))
			.timeout(Duration.ofSeconds(20))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body));
	}

	static String createSessionBody(String userName, String password) {
		return envelope(null, "c-1", "CreateSessionRequestBody", Map.of("SystemId", "fake-system", "SystemPassword",
				"fake-system-password", "UserName", userName, "UserPassword", password));
	}

	static String envelope(@Nullable String token, String coordinationId, String key, Map<String, ?> arguments) {
		var envelope = JSON.createObjectNode();
		envelope.putObject("RequestHeader").put("Token", token).put("CoordinationId", coordinationId);
		envelope.set(key, JSON.valueToTree(arguments));
		return JSON.writeValueAsString(envelope);
	}

	static Map<String, String> system() {
		return Map.of("SystemId", "fake-system", "SystemPassword", "fake-system-password");
	}

	static JsonNode json(HttpResponse<String> response) {
		return JSON.readTree(response.body());
	}

	static String code(JsonNode answer) {
		return answer.at("/ResponseHeader/StatusList/0/Code").asString();
	}

	static String status(JsonNode answer) {
		return answer.at("/ResponseHeader/Status").asString();
	}

	static String token(JsonNode answer, String field) {
		return answer.findValue(field).asString();
	}

}
