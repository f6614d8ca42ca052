package io.github.connectapi.samples.picturesearch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A headless Chromium with an empty profile, controlled through the W3C WebDriver
 * protocol. The test needs only a few commands. A client library would be larger than the
 * rest of the build and would download browsers.
 */
final class Browser {

	private static final JsonMapper JSON = new JsonMapper();

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ChromeDriver driver;

	private final String session;

	private Browser(ChromeDriver driver, String session) {
		this.driver = driver;
		this.session = session;
	}

	static Browser open(Path chromium, ChromeDriver driver, Path profile) throws IOException, InterruptedException {
		List<String> args = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--user-data-dir=" + profile);
		Map<String, ?> capabilities = Map.of("browserName", "chrome", "goog:chromeOptions",
				Map.of("binary", chromium.toString(), "args", args), "goog:loggingPrefs", Map.of("browser", "WARNING"));
		try {
			JsonNode response = send("POST", driver.uri() + "/session",
					Map.of("capabilities", Map.of("alwaysMatch", capabilities)));
			return new Browser(driver, driver.uri() + "/session/" + response.path("sessionId").asString());
		}
		catch (IOException ex) {
			driver.close();
			throw ex;
		}
	}

	void open(String url) throws IOException, InterruptedException {
		command("url", Map.of("url", url));
	}

	/** Type into the focused element. */
	void type(String keys) throws IOException, InterruptedException {
		List<Map<String, String>> events = keys.codePoints()
			.mapToObj(Character::toString)
			.flatMap((key) -> List.of(Map.of("type", "keyDown", "value", key), Map.of("type", "keyUp", "value", key))
				.stream())
			.toList();
		command("actions", Map.of("actions", List.of(Map.of("type", "key", "id", "keyboard", "actions", events))));
	}

	/** Return the value of a JavaScript expression. */
	JsonNode evaluate(String expression) throws IOException, InterruptedException {
		return command("execute/sync", Map.of("script", "return " + expression, "args", List.of()));
	}

	/** Wait until a JavaScript expression is true. */
	void await(String condition, Duration timeout) throws IOException, InterruptedException {
		long end = System.nanoTime() + timeout.toNanos();
		while (!evaluate(condition).asBoolean(false)) {
			if (System.nanoTime() > end) {
				throw new AssertionError("Condition not met within %d s: %s".formatted(timeout.toSeconds(), condition));
			}
			Thread.sleep(50);
		}
	}

	/** Resize the page. The window itself has a minimum width above that of a phone. */
	void resize(int width, int height) throws IOException, InterruptedException {
		command("goog/cdp/execute", Map.of("cmd", "Emulation.setDeviceMetricsOverride", "params",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600)));
	}

	/** Save files in a directory without a dialog. */
	void downloadTo(Path directory) throws IOException, InterruptedException {
		command("goog/cdp/execute", Map.of("cmd", "Browser.setDownloadBehavior", "params",
				Map.of("behavior", "allow", "downloadPath", directory.toString())));
	}

	/** Switch the scripts of pages on or off. */
	void enableScripts(boolean enabled) throws IOException, InterruptedException {
		command("goog/cdp/execute",
				Map.of("cmd", "Emulation.setScriptExecutionDisabled", "params", Map.of("value", !enabled)));
	}

	/** Return the warnings and errors on the console since the last call. */
	List<String> console() throws IOException, InterruptedException {
		return command("se/log", Map.of("type", "browser")).valueStream()
			.map((entry) -> entry.path("message").asString())
			.toList();
	}

	void screenshot(Path file) throws IOException, InterruptedException {
		Map<String, ?> params = Map.of("captureBeyondViewport", true);
		String png = command("goog/cdp/execute", Map.of("cmd", "Page.captureScreenshot", "params", params)).path("data")
			.asString();
		Files.write(file, Base64.getDecoder().decode(png));
	}

	/** Close the browser and wait for its end, so that its profile can be deleted. */
	void close() throws IOException, InterruptedException {
		try (this.driver) {
			send("DELETE", this.session, Map.of());
		}
	}

	private JsonNode command(String name, Map<String, ?> arguments) throws IOException, InterruptedException {
		return send("POST", this.session + "/" + name, arguments);
	}

	private static JsonNode send(String method, String url, Map<String, ?> body)
			throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(url))
			.timeout(Duration.ofSeconds(60))
			.method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
			.build();
		HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
		if (response.statusCode() != 200) {
			throw new IOException("%s returned %d: %s".formatted(url, response.statusCode(), response.body()));
		}
		return JSON.readTree(response.body()).path("value");
	}

}
