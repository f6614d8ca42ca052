package io.github.connectapi.samples.picturesearch;

import java.net.URI;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.util.HtmlUtils;

/**
 * A response of the application.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param html the body
 */
record HtmlPage(int status, HttpHeaders headers, String html) {

	private static final Pattern PICTURE = Pattern.compile("<img[^>]* src=\"([^\"]*)\"");

	private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"");

	static HtmlPage search(int port, String phrase) {
		return get(RestTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + port)
			.build()
			.get()
			.uri("/?phrase={phrase}", phrase));
	}

	static HtmlPage get(int port, String pathAndQuery) {
		return get(
				RestTestClient.bindToServer().build().get().uri(URI.create("http://127.0.0.1:" + port + pathAndQuery)));
	}

	private static HtmlPage get(RestTestClient.RequestHeadersSpec<?> request) {
		var result = request.accept(MediaType.TEXT_HTML, MediaType.APPLICATION_JSON)
			.exchange()
			.returnResult(String.class);
		return new HtmlPage(result.getStatus().value(), result.getResponseHeaders(),
				String.valueOf(result.getResponseBody()));
	}

	String contentSecurityPolicy() {
		return String.valueOf(this.headers.getFirst("Content-Security-Policy"));
	}

	String retryAfter() {
		return String.valueOf(this.headers.getFirst(HttpHeaders.RETRY_AFTER));
	}

	/** Return the URLs of the pictures. */
	List<String> pictures() {
		return PICTURE.matcher(this.html).results().map(HtmlPage::url).toList();
	}

	/** Return the URL of the next page. */
	String next() {
		return NEXT.matcher(this.html).results().map(HtmlPage::url).findFirst().orElseThrow();
	}

	private static String url(MatchResult match) {
		return HtmlUtils.htmlUnescape(match.group(1));
	}

}
