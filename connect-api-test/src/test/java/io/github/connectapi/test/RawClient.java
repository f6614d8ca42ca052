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
 * A client that creates envelopes without the classes of the server.
 */
public final class RawClient {

	public static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final JsonMapper JSON = JsonMapper.shared();

	private final String baseUrl;

	public RawClient(FakeConnectServer server) {
		this(server.baseUrl());
	}

	public RawClient(String baseUrl) {
		this.baseUrl = baseUrl;
	}

	public JsonNode createSession() throws Exception {
		return createSession("fake-user", "fake-user-password");
	}

	public JsonNode createSession(String userName, String password) throws Exception {
		return json(post("/v1/session/CreateSession", createSessionBody(userName, password)));
	}

	public JsonNode renewSession(String token) throws Exception {
		return json(postRenewal(token));
	}

	public HttpResponse<String> postRenewal(String token) throws Exception {
		return post("/v1/session/RenewSession", envelope(token, "c-2", "RenewSessionRequestBody", system()));
	}

	public JsonNode createApplicationSession() throws Exception {
		return json(post("/v1/session/CreateApplicationSession",
				envelope(null, "c-3", "CreateApplicationSessionRequestBody", system())));
	}

	public JsonNode searchVersion1(@Nullable String token, String phrase) throws Exception {
		return json(post("/v1/search/SearchForImages",
				envelope(token, "c-4", "SearchForImages2RequestBody", Map.of("Query", Map.of("SearchPhrase", phrase),
						"ResultOptions", Map.of("ItemCount", 25, "ItemStartNumber", 1)))));
	}

	public JsonNode searchVersion2(@Nullable String token, Map<String, ?> arguments) throws Exception {
		return json(
				post("/v2/search/SearchForImages", envelope(token, "c-5", "SearchForImagesRequestBody", arguments)));
	}

	public JsonNode call(String path, @Nullable String token, String key, Map<String, ?> arguments) throws Exception {
		return json(post(path, envelope(token, "c-6", key, arguments)));
	}

	public HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
		return HTTP.send(request(path, body).build(), BodyHandlers.ofString());
	}

	public HttpRequest.Builder request(String path, String body) {
		return HttpRequest.newBuilder(URI.create(this.baseUrl + path))
			.timeout(Duration.ofSeconds(20))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body));
	}

	public static String createSessionBody(String userName, String password) {
		return envelope(null, "c-1", "CreateSessionRequestBody", Map.of("SystemId", "fake-system", "SystemPassword",
				"fake-system-password", "UserName", userName, "UserPassword", password));
	}

	public static String envelope(@Nullable String token, String coordinationId, String key, Map<String, ?> arguments) {
		var envelope = JSON.createObjectNode();
		envelope.putObject("RequestHeader").put("Token", token).put("CoordinationId", coordinationId);
		envelope.set(key, JSON.valueToTree(arguments));
		return JSON.writeValueAsString(envelope);
	}

	public static Map<String, String> system() {
		return Map.of("SystemId", "fake-system", "SystemPassword", "fake-system-password");
	}

	public static JsonNode json(HttpResponse<String> response) {
		return JSON.readTree(response.body());
	}

	public static String code(JsonNode envelope) {
		return envelope.at("/ResponseHeader/StatusList/0/Code").asString();
	}

	public static String status(JsonNode envelope) {
		return envelope.at("/ResponseHeader/Status").asString();
	}

	public static String token(JsonNode envelope, String field) {
		return envelope.findValue(field).asString();
	}

}
