package io.github.connectapi.test.rest;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.RawClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A server with a client for its REST operations.
 */
final class RestFixture implements AutoCloseable {

	static final String KEY = "fake-key";

	final FakeConnectServer server;

	RestFixture() {
		this(FakeConnectServer.builder().https(false).start());
	}

	RestFixture(FakeConnectServer server) {
		this.server = server;
	}

	String userToken() throws Exception {
		return token("grant_type=password&username=fake-user&password=fake-user-password");
	}

	String applicationToken() throws Exception {
		return token("grant_type=client_credentials");
	}

	private String token(String grant) throws Exception {
		HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(this.server.tokenUri()))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(grant + "&client_id=fake-key&client_secret=fake-secret")));
		return RawClient.json(response).path("access_token").asString();
	}

	HttpResponse<String> get(String path, @Nullable String token) throws Exception {
		return get(path, KEY, token);
	}

	HttpResponse<String> get(String path, @Nullable String key, @Nullable String token) throws Exception {
		return send(request(path, key, token));
	}

	HttpResponse<String> post(String path, @Nullable String token) throws Exception {
		return send(request(path, KEY, token).POST(BodyPublishers.noBody()));
	}

	HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return RawClient.HTTP.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
	}

	HttpRequest.Builder request(String path, @Nullable String key, @Nullable String token) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.server.baseUrl() + path));
		if (key != null) {
			request.header("Api-Key", key);
		}
		return (token != null) ? request.header("Authorization", "Bearer " + token) : request;
	}

	static String header(HttpResponse<?> response, String name) {
		return response.headers().firstValue(name).orElse("");
	}

	static List<String> ids(HttpResponse<String> response) {
		return RawClient.json(response)
			.path("images")
			.valueStream()
			.map((image) -> image.path("id").asString())
			.toList();
	}

	static JsonNode image(HttpResponse<String> response) {
		return RawClient.json(response).at("/images/0");
	}

	static String errorCode(HttpResponse<String> response) {
		return RawClient.json(response).path("ErrorCode").asString("");
	}

	static String message(HttpResponse<String> response) {
		return RawClient.json(response).path("message").asString("");
	}

	@Override
	public void close() {
		this.server.close();
	}

}
