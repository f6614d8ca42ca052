package io.github.connectapi.samples.agency;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.web.util.HtmlUtils;

/**
 * The browser of one person: keeps cookies, follows redirects, and sends each form with
 * the hidden fields of its page.
 */
final class PersonBrowser {

	private static final Duration TIMEOUT = Duration.ofMinutes(3);

	private static final Pattern HIDDEN = Pattern
		.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

	private static final Pattern PICTURE = Pattern.compile("href=\"(/pictures/\\d+)\"");

	private static final Pattern DOWNLOADS = Pattern.compile("EasyAccess: (\\d+) downloads left");

	private static final Pattern FILE = Pattern.compile("href=\"(/licenses/[^\"]*/file)\"");

	private static final Pattern ALERT = Pattern.compile("<p class=\"error\" role=\"alert\">([^<]*)</p>");

	private final HttpClient http = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.followRedirects(Redirect.NORMAL)
		.build();

	private final String site;

	PersonBrowser(int port) {
		this.site = "http://127.0.0.1:" + port;
	}

	Page get(String path) {
		return page(HttpRequest.newBuilder(URI.create(this.site + path)));
	}

	/** Send a form of a page, with its hidden fields. */
	Page submit(Page page, String path, Map<String, String> fields) {
		Map<String, String> form = new HashMap<>();
		HIDDEN.matcher(page.html())
			.results()
			.forEach((field) -> form.put(field.group(1), HtmlUtils.htmlUnescape(field.group(2))));
		form.putAll(fields);
		return post(path, form);
	}

	Page post(String path, Map<String, String> form) {
		String body = form.entrySet()
			.stream()
			.map((field) -> encode(field.getKey()) + "=" + encode(field.getValue()))
			.collect(Collectors.joining("&"));
		return page(HttpRequest.newBuilder(URI.create(this.site + path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body)));
	}

	Page logIn(DemoPerson person) {
		return submit(get("/login"), "/login", Map.of("username", person.email(), "password", person.password()));
	}

	Page logOut() {
		return submit(get("/licenses"), "/logout", Map.of());
	}

	Page search(String phrase) {
		return get("/?phrase=" + encode(phrase));
	}

	Page license(Page picture) {
		return submit(picture, picture.path(), Map.of("offering", "EasyAccess"));
	}

	Page enterAccount(Page form, String userName, String password) {
		return submit(form, "/account", Map.of("userName", userName, "password", password));
	}

	byte[] file(Page licenses) {
		return send(HttpRequest.newBuilder(URI.create(this.site + licenses.file())), BodyHandlers.ofByteArray()).body();
	}

	private Page page(HttpRequest.Builder request) {
		HttpResponse<String> response = send(request.header("Accept", "text/html"), BodyHandlers.ofString());
		return new Page(response.statusCode(), response.uri().getPath(), response.body());
	}

	private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
		try {
			return this.http.send(request.timeout(TIMEOUT).build(), handler);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/**
	 * A page of the application.
	 *
	 * @param status the HTTP status
	 * @param path the path after redirects
	 * @param html the body
	 */
	record Page(int status, String path, String html) {

		/** Return the paths of the pictures. */
		List<String> pictures() {
			return PICTURE.matcher(this.html).results().map((match) -> match.group(1)).toList();
		}

		/** Return the message for the person; empty if there is none. */
		String alert() {
			return find(ALERT).map(HtmlUtils::htmlUnescape).orElse("");
		}

		/** Return the path of the first file. */
		String file() {
			return find(FILE).orElseThrow(() -> new IllegalStateException(this.html));
		}

		/** Return the downloads that the account has left. */
		int downloadsLeft() {
			return Integer.parseInt(find(DOWNLOADS).orElseThrow(() -> new IllegalStateException(this.html)));
		}

		private Optional<String> find(Pattern pattern) {
			Matcher matcher = pattern.matcher(this.html);
			return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
		}

	}

}
