package io.github.connectapi.samples.picturesearch;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.util.HtmlUtils;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.spring.WithFakeConnectServer;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "picture-search.page-size=4")
@WithFakeConnectServer
class SearchPageTests {

	@LocalServerPort
	private int port;

	@Autowired
	private FakeConnectServer server;

	@Autowired
	private ConnectSessionManager sessions;

	@ParameterizedTest
	@ValueSource(strings = { "/", "/?phrase=", "/?phrase=%20%20" })
	void whenThereIsNoPhraseThenNoRequestIsSent(String address) {
		HtmlPage page = HtmlPage.get(this.port, address);

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.html()).contains("<input id=\"phrase\"").doesNotContain("<img");
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void whenAPageIsRenderedThenItHasSecurityHeaders() {
		exchange("/").expectHeader()
			.valueEquals("X-Content-Type-Options", "nosniff")
			.expectHeader()
			.valueEquals("Referrer-Policy", "no-referrer");
		assertThat(HtmlPage.get(this.port, "/").contentSecurityPolicy()).contains("base-uri 'none'",
				"form-action 'self'", "frame-ancestors 'none'", "object-src 'none'");
	}

	@Test
	void whenTheStateIsRequestedThenItIsNotCached() {
		exchange("/session").expectHeader().valueEquals("Cache-Control", "no-store");
	}

	@Test
	void whenSearchedThenThePageShowsPicturesWithTitleAndArtist() {
		HtmlPage page = HtmlPage.search(this.port, "tree");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.html()).contains("1–4 of 94", "Child climbing a tree", "Cleo Test");
		assertThat(page.pictures()).hasSize(4).allSatisfy((address) -> {
			assertThat(page.contentSecurityPolicy()).contains(" " + address.substring(0, address.indexOf("/assets/")));
			RestTestClient.bindToServer()
				.build()
				.get()
				.uri(URI.create(address))
				.exchange()
				.expectStatus()
				.isOk()
				.expectHeader()
				.contentType(MediaType.IMAGE_JPEG);
		});
	}

	@Test
	void whenThereIsANextPageThenThePageLinksToIt() {
		String next = HtmlPage.search(this.port, "mountain").next();

		HtmlPage page = HtmlPage.get(this.port, next);

		assertThat(page.html()).contains("5–7 of 7", "Red train in the mountains", "rel=\"prev\"")
			.doesNotContain("rel=\"next\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "\"onfocus=\"alert(1)", "O'Keeffe & \\ \"sons\"", "🌳 été 木",
			"two\r\nlines" })
	void whenThePhraseHasSpecialCharactersThenItIsSentUnchangedAndEscapedInThePage(String phrase) {
		HtmlPage page = HtmlPage.search(this.port, phrase);

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.html().replace(escaped(phrase), "")).contains("value=\"\"").doesNotContain("alert(1)", "sons");
		String sent = this.server.requests("SearchForImages").get(0).body();
		assertThat(new JsonMapper().readTree(sent).findValue("SearchPhrase").asString()).isEqualTo(phrase);
	}

	@Test
	void whenATitleContainsMarkupThenItIsEscaped() {
		this.server.enqueue("SearchForImages",
				Fault.normal().set("/SearchForImagesResult/Images/0/Title", "<img src=x onerror=alert(1)>"));

		assertThat(HtmlPage.search(this.port, "tree").html()).contains("&lt;img src=x onerror=alert(1)&gt;")
			.doesNotContain("<img src=x");
	}

	@Test
	void whenAPictureHasOnlyAnIdThenItIsUntitled() {
		this.server.enqueue("SearchForImages", Fault.result("""
				{"ItemCount": 1, "ItemStartNumber": 1, "ItemTotalCount": 1, "Images": [{"ImageId": "1"}]}"""));

		assertThat(HtmlPage.search(this.port, "tree").html()).contains("Untitled");
	}

	@ParameterizedTest
	@CsvSource({ "/?phrase=tree&start=-3, 200, 1–4 of 94", "/?phrase=tree&start=95, 200, No pictures",
			"/?phrase=tree&start=x, 400, This address is not valid", "/nowhere, 404, This page does not exist" })
	void whenTheUrlIsUnusualThenThePageExplainsIt(String address, int status, String text) {
		HtmlPage page = HtmlPage.get(this.port, address);

		assertThat(page.status()).isEqualTo(status);
		assertThat(page.html()).contains(text, "style.css");
		assertThat(page.contentSecurityPolicy()).startsWith("default-src 'self'");
	}

	@Test
	void whenTheStateIsRequestedThenItContainsNoSecretAndNoRequestIsSent() {
		ConnectSession session = this.sessions.getSession();
		this.server.clearRequests();

		HtmlPage page = HtmlPage.get(this.port, "/session");

		assertThat(new JsonMapper().readTree(page.html()).propertyNames()).containsExactlyInAnyOrder("summary",
				"timeLeft", "renewalIn", "number", "logins", "renewals", "health");
		assertThat(page.html()).contains("\"summary\":\"The session is valid.\"", "\"health\":\"UP\"");
		assertThat(page.html() + HtmlPage.search(this.port, "tree").html())
			.doesNotContain(session.token().reveal(), session.secureToken().orElseThrow().reveal())
			.doesNotContain(this.server.properties().get("getty.connect.user-password"))
			.doesNotContain(this.server.properties().get("getty.connect.system-password"));
		assertThat(this.server.count("CreateSession")).isZero();
	}

	private RestTestClient.ResponseSpec exchange(String path) {
		return RestTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + this.port)
			.build()
			.get()
			.uri(path)
			.exchange();
	}

	/** Escape a string as Thymeleaf does. */
	private static String escaped(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

}
