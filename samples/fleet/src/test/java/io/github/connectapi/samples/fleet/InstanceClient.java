package io.github.connectapi.samples.fleet;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import tools.jackson.databind.json.JsonMapper;

/**
 * Sends requests to the web servers of instances.
 */
final class InstanceClient {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final HttpClient http = HttpClient.newHttpClient();

	private final JsonMapper json = new JsonMapper();

	/**
	 * Search for pictures with all instances at the same time.
	 * @return how many searches succeeded, and found pictures
	 */
	int search(Collection<Instance> instances) {
		List<CompletableFuture<HttpResponse<String>>> responses = instances.stream()
			.map((instance) -> this.http.sendAsync(request(instance, "/pictures?phrase=tree"), BodyHandlers.ofString()))
			.toList();
		return (int) responses.stream().map(CompletableFuture::join).filter(this::hasFound).count();
	}

	private boolean hasFound(HttpResponse<String> response) {
		int status = response.statusCode();
		if (status != 200 && status != 503) {
			throw new IllegalStateException("A search returned the status %d: %s".formatted(status, response.body()));
		}
		return status == 200 && !this.json.readTree(response.body()).isEmpty();
	}

	/**
	 * Return the time until which the session of an instance is valid, as its endpoint
	 * shows it.
	 */
	Instant sessionExpiresAt(Instance instance) {
		HttpRequest request = request(instance, "/actuator/gettyconnect");
		String body = this.http.sendAsync(request, BodyHandlers.ofString()).join().body();
		return Instant.parse(this.json.readTree(body).findValue("expiresAt").asString());
	}

	private static HttpRequest request(Instance instance, String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(instance.port(), path)))
			.timeout(TIMEOUT)
			.build();
	}

}
