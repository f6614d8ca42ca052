package io.github.connectapi.samples.picturesearch;

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

/**
 * The page while the Connect API is not well.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "getty.connect.retry.max-attempts=1")
@WithFakeConnectServer
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class ErrorPageRenderingTests {

	@LocalServerPort
	private int port;

	@Autowired
	private FakeConnectServer server;

	@Test
	void whenTheApiIsDownThenThePageSaysSo() {
		this.server.always(FakeConnectServer.ANY_OPERATION, Fault.drop());

		Page page = Page.search(this.port, "tree");

		assertTrouble(page, "Getty Images cannot be reached at the moment.");
		assertThat(page.html()).contains("value=\"tree\"", "the login failed", ">DOWN<");
	}

	@Test
	void whenTheApiGoesDownThenTheSessionIsStillValid() {
		Page.search(this.port, "tree");
		this.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));

		Page page = Page.search(this.port, "tree");

		assertTrouble(page, "Getty Images cannot be reached at the moment.");
		assertThat(page.html()).contains("The session is valid.", ">UP<");
	}

	@Test
	void whenTheCredentialsAreRejectedThenThePageSaysSoAndNoFurtherLoginIsSent() {
		this.server.accounts().changeSystemPassword("changed");

		assertTrouble(Page.search(this.port, "tree"), "Getty Images does not accept the credentials");
		assertTrouble(Page.search(this.port, "tree"),
				"Getty Images does not accept the credentials of this application. This application will try again in");
		assertThat(this.server).receivedExactly("CreateSession");
	}

	@Test
	void whenTheSearchIsRefusedThenThePageSaysTheCode() {
		this.server.enqueue("SearchForImages", Fault.error("NoAgreement", "Not for you."));

		assertTrouble(Page.search(this.port, "tree"), "Getty Images refused this search (NoAgreement).");
	}

	@Test
	void whenTheTokenWasRevokedThenTheSearchWorksAllTheSame() {
		Page.search(this.port, "tree");
		this.server.clearRequests();
		this.server.revokeAll();

		Page page = Page.search(this.port, "dog");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.html()).contains("Dog running on a beach", "data-session=\"logins\">2<");
		assertThat(this.server).receivedExactly("SearchForImages", "CreateSession", "SearchForImages");
	}

	private static void assertTrouble(Page page, String sentence) {
		assertThat(page.status()).isEqualTo(503);
		assertThat(page.html()).contains("role=\"alert\"", sentence).doesNotContain("Exception", "\tat ");
	}

}
