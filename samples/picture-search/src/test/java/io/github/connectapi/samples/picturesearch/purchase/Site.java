package io.github.connectapi.samples.picturesearch.purchase;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The application, as a browser uses it. Redirects are not followed.
 *
 * @param port the port of the application
 */
record Site(int port) {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	/** Send the form of the page of a picture, and return the path of the purchase. */
	String buy(String imageId, String size, String offering) {
		return path(post("/purchases", Map.of("imageId", imageId, "size", size, "offering-" + size, offering)));
	}

	HttpResponse<String> post(String path, Map<String, String> form) {
		return post(path, form, "same-origin");
	}

	HttpResponse<String> post(String path, Map<String, String> form, String site) {
		String body = form.entrySet()
			.stream()
			.map((field) -> encode(field.getKey()) + "=" + encode(field.getValue()))
			.collect(Collectors.joining("&"));
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.header("Sec-Fetch-Site", site)
			.POST(BodyPublishers.ofString(body)), BodyHandlers.ofString());
	}

	HttpResponse<String> get(String path) {
		return send(request(path), BodyHandlers.ofString());
	}

	HttpResponse<byte[]> file(String purchase) {
		return send(request(purchase + "/file"), BodyHandlers.ofByteArray());
	}

	/** Wait until the purchase is not running, and return its page. */
	String result(String purchase) {
		await(purchase, "\"running\":false");
		return get(purchase).body();
	}

	/** Wait until the state of the purchase contains a text. */
	void await(String purchase, String text) {
		long end = System.nanoTime() + TIMEOUT.toNanos();
		String state = get(purchase + "/state").body();
		while (!state.contains(text)) {
			if (System.nanoTime() > end) {
				throw new AssertionError("The state does not contain %s: %s".formatted(text, state));
			}
			sleep();
			state = get(purchase + "/state").body();
		}
	}

	/** Return the path of a redirect. */
	static String path(HttpResponse<?> response) {
		return URI
			.create(response.headers()
				.firstValue("Location")
				.orElseThrow(() -> new AssertionError("%s is no redirect".formatted(response))))
			.getPath();
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.timeout(TIMEOUT)
			.header("Accept", "text/html,*/*");
	}

	private static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
		try {
			return HTTP.send(request.build(), handler);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static void sleep() {
		try {
			Thread.sleep(20);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
