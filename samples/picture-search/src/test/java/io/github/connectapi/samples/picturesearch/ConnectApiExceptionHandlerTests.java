package io.github.connectapi.samples.picturesearch;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.spring.WithFakeConnectServer;

import static io.github.connectapi.test.assertj.ConnectAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "getty.connect.retry.max-attempts=1")
@WithFakeConnectServer
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class ConnectApiExceptionHandlerTests {

	@LocalServerPort
	private int port;

	@Autowired
	private FakeConnectServer server;

	@Test
	void whenTheApiIsDownThenTheStatusIs503() {
		this.server.always(FakeConnectServer.ANY_OPERATION, Fault.drop());

		HtmlPage page = HtmlPage.search(this.port, "tree");

		assertError(page, 503, "Getty Images is currently unavailable.");
		assertThat(page.html()).contains("value=\"tree\"", "the login failed", ">DOWN<");
	}

	@Test
	void whenTheApiIsDownThenTheNextResponseSaysWhenToRetry() {
		this.server.always(FakeConnectServer.ANY_OPERATION, Fault.drop());
		HtmlPage.search(this.port, "tree");
		this.server.clearRequests();

		HtmlPage page = HtmlPage.search(this.port, "tree");

		assertError(page, 503, "The next attempt is due in ");
		assertThat(Duration.ofSeconds(Long.parseLong(page.retryAfter()))).isBetween(Duration.ofSeconds(1),
				Duration.ofMinutes(1));
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void whenTheServerRequestsADelayThenItIsInTheResponse() {
		this.server.always("CreateSession", Fault.status(503).retryAfter("600"));

		HtmlPage page = HtmlPage.search(this.port, "tree");

		assertError(page, 503, "Getty Images is currently unavailable.");
		assertThat(page.retryAfter()).isEqualTo("600");
	}

	@Test
	void whenTheApiGoesDownThenTheSessionIsStillValid() {
		HtmlPage.search(this.port, "tree");
		this.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));

		HtmlPage page = HtmlPage.search(this.port, "tree");

		assertError(page, 503, "Getty Images is currently unavailable.");
		assertThat(page.html()).contains("The session is valid.", ">UP<");
	}

	@Test
	void whenTheCredentialsAreRejectedThenTheStatusIs503AndNoFurtherLoginIsSent() {
		this.server.accounts().changeSystemPassword("changed");

		assertError(HtmlPage.search(this.port, "tree"), 503,
				"Getty Images rejected the credentials of this application.");
		HtmlPage page = HtmlPage.search(this.port, "tree");

		assertError(page, 503,
				"Getty Images rejected the credentials of this application. The next attempt is due in ");
		assertThat(Duration.ofSeconds(Long.parseLong(page.retryAfter()))).isBetween(Duration.ofMinutes(1),
				Duration.ofHours(1));
		assertThat(this.server).receivedExactly("CreateSession");
	}

	@Test
	void whenTheSearchIsRejectedThenTheStatusIs502AndThePageShowsTheCode() {
		this.server.enqueue("SearchForImages", Fault.error("NoAgreement", "Not for you."));

		assertError(HtmlPage.search(this.port, "tree"), 502, "Getty Images rejected this request (NoAgreement).");
	}

	@Test
	void whenTheResponseIsInvalidThenTheStatusIs502() {
		this.server.enqueue("SearchForImages", Fault.garbage());

		assertError(HtmlPage.search(this.port, "tree"), 502, "Getty Images sent an invalid response.");
	}

	@Test
	void whenTheTokenWasRevokedThenTheSearchSucceedsWithANewSession() {
		HtmlPage.search(this.port, "tree");
		this.server.clearRequests();
		this.server.revokeAll();

		HtmlPage page = HtmlPage.search(this.port, "dog");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.html()).contains("Dog running on a beach", "data-session=\"logins\">2<");
		assertThat(this.server).receivedExactly("SearchForImages", "CreateSession", "SearchForImages");
	}

	private static void assertError(HtmlPage page, int status, String message) {
		assertThat(page.status()).isEqualTo(status);
		assertThat(page.html()).contains("role=\"alert\"", message).doesNotContain("Exception", "\tat ");
	}

}
