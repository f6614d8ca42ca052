package io.github.connectapi.samples.picturesearch;

import java.net.URI;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.util.HtmlUtils;

/**
 * What a browser gets from the application.
 *
 * @param status the HTTP status
 * @param contentSecurityPolicy the header
 * @param html the page
 */
record Page(int status, String contentSecurityPolicy, String html) {

	private static final Pattern PICTURE = Pattern.compile("<img[^>]* src=\"([^\"]*)\"");

	private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"");

	static Page search(int port, String phrase) {
		return get(RestTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + port)
			.build()
			.get()
			.uri("/?phrase={phrase}", phrase));
	}

	static Page get(int port, String pathAndQuery) {
		return get(
				RestTestClient.bindToServer().build().get().uri(URI.create("http://127.0.0.1:" + port + pathAndQuery)));
	}

	private static Page get(RestTestClient.RequestHeadersSpec<?> request) {
		var result = request.accept(MediaType.TEXT_HTML, MediaType.APPLICATION_JSON)
			.exchange()
			.returnResult(String.class);
		return new Page(result.getStatus().value(),
				String.valueOf(result.getResponseHeaders().getFirst("Content-Security-Policy")),
				String.valueOf(result.getResponseBody()));
	}

	/** The addresses of the pictures. */
	List<String> pictures() {
		return PICTURE.matcher(this.html).results().map(Page::address).toList();
	}

	/** Where the next page is. */
	String next() {
		return NEXT.matcher(this.html).results().map(Page::address).findFirst().orElseThrow();
	}

	private static String address(MatchResult found) {
		return HtmlUtils.htmlUnescape(found.group(1));
	}

}
