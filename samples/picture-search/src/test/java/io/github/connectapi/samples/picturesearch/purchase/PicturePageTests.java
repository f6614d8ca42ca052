package io.github.connectapi.samples.picturesearch.purchase;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.spring.WithFakeConnectServer;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "picture-search.directory=target/purchases/PicturePageTests")
@WithFakeConnectServer
class PicturePageTests {

	@LocalServerPort
	private int port;

	@Autowired
	private FakeConnectServer server;

	private Site site;

	@BeforeEach
	void openSite() {
		this.site = new Site(this.port);
	}

	@AfterEach
	void restoreQuota() {
		this.server.accounts().setOffering(FakeConnectServerBuilder.USER_NAME, "EasyAccess", 500);
	}

	@Test
	void whenSeveralOfferingsCanPayThenNoneIsChosen() {
		String page = this.site.get("/images/90000001").body();

		assertThat(page).contains("value=\"90000001-1\"", " pixels<", " KB<", "Pay with",
				"Easy Access: 500 downloads left", "Premium Access: 100 downloads left", "<button>License</button>");
		assertThat(page).doesNotContain("checked");
		assertThat(this.server.count("CreateDownloadRequest")).isZero();
	}

	@Test
	void whenOneOfferingCanPayThenTheFormNamesIt() {
		assertThat(this.site.get("/images/90000002").body()).contains("name=\"offering-90000002-1\"", " downloads left")
			.doesNotContain("Pay with");
	}

	@Test
	void whenThePictureIsFreeThenThePageSaysSo() {
		assertThat(this.site.get("/images/90000006").body()).contains("free, uses no download")
			.doesNotContain("Pay with", "downloads left");
	}

	@Test
	void whenNoOfferingIncludesThePictureThenThereIsNoButton() {
		assertThat(this.site.get("/images/90000005").body())
			.contains("This picture is not licensable with this account.")
			.doesNotContain("<button>License");
	}

	@Test
	void whenNoOfferingIsAuthorizedThenThereIsNoButton() {
		assertThat(this.site.get("/images/90000003").body())
			.contains("This picture is not licensable with this account.")
			.doesNotContain("<button>License");
	}

	@Test
	void whenTheQuotaIsUsedUpThenTheOfferingCannotBeChosen() {
		this.server.accounts().setOffering(FakeConnectServerBuilder.USER_NAME, "EasyAccess", 0);

		String page = this.site.get("/images/90000001").body();

		assertThat(page).contains("value=\"EasyAccess\" disabled=\"disabled\"", "Easy Access: 0 downloads left",
				"value=\"PremiumAccess\">");
	}

	@Test
	void whenThePictureDoesNotExistThenTheStatusIs404() {
		HttpResponse<String> response = this.site.get("/images/1");

		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.body()).contains("This page does not exist.");
		assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
	}

	@Test
	void whenTheApiIsDownThenTheStatusIs503() {
		this.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));

		HttpResponse<String> response = this.site.get("/images/90000001?phrase=tree");

		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.body()).contains("Getty Images is currently unavailable.", "value=\"tree\"");
	}

}
