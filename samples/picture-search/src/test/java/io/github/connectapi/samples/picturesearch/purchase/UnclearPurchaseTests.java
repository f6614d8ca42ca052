package io.github.connectapi.samples.picturesearch.purchase;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.spring.WithFakeConnectServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each test buys another picture, because an account that bought one gets it for free.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "getty.connect.retry.max-attempts=1")
@WithFakeConnectServer
class UnclearPurchaseTests {

	@TempDir
	static Path directory;

	@LocalServerPort
	private int port;

	@Autowired
	private FakeConnectServer server;

	private Site site;

	private int downloadsBefore;

	@DynamicPropertySource
	static void directory(DynamicPropertyRegistry registry) {
		registry.add("picture-search.directory", () -> directory.toString());
	}

	@BeforeEach
	void openSite() {
		this.site = new Site(this.port);
		this.downloadsBefore = this.server.downloadsUsed();
	}

	/**
	 * The library repeats the purchase, because it is free. That response is lost, too.
	 */
	@Test
	void whenTheResponsesAreLostThenThePageShowsTheEvidence() {
		this.server.enqueue("CreateDownloadRequest", Fault.dropResponse(), Fault.dropResponse());

		String page = this.site.result(this.site.buy("90000001", "90000001-1", "EasyAccess"));

		assertThat(page).contains("We do not know whether the picture was bought.", "Check again", "Easy Access",
				"<dd>500</dd>", "<dd>499</dd>", " UTC, Easy Access</dd>", coordinationId());
		assertThat(page).doesNotContain("license it again", "Save the file");
	}

	@Test
	void whenItWasBoughtThenACheckReturnsTheFileForFree() {
		this.server.enqueue("CreateDownloadRequest", Fault.dropResponse(), Fault.dropResponse());
		String purchase = this.site.buy("90000002", "90000002-1", "");
		assertThat(this.site.result(purchase)).contains("We do not know");

		this.site.post(purchase + "/check", Map.of());

		assertThat(this.site.result(purchase)).contains("its file is ready");
		assertThat(this.site.file(purchase).body()).startsWith(0xff, 0xd8);
		assertThat(this.server.downloadsUsed() - this.downloadsBefore).isEqualTo(1);
	}

	@Test
	void whenItWasNotBoughtThenACheckSaysSoAndAPersonMayBuy() {
		this.server.enqueue("CreateDownloadRequest", Fault.drop());
		String purchase = this.site.buy("90000007", "90000007-1", "");
		assertThat(this.site.result(purchase)).contains("We do not know", "<dd>none</dd>");

		this.site.post(purchase + "/check", Map.of());

		assertThat(this.site.result(purchase)).contains("We do not know", "the download is not free",
				"It was not bought: license it again");
		this.site.post(purchase + "/start-over", Map.of());
		assertThat(this.site.result(purchase)).contains("its file is ready");
		assertThat(this.server.downloadsUsed() - this.downloadsBefore).isEqualTo(1);
	}

	@Test
	void whenTheFormIsSentAgainThenNothingIsBought() {
		this.server.enqueue("CreateDownloadRequest", Fault.drop());
		String purchase = this.site.buy("90000011", "90000011-1", "");
		this.site.result(purchase);

		this.site.buy("90000011", "90000011-1", "");
		this.site.post(purchase + "/start-over", Map.of());
		this.site.post(purchase + "/resume", Map.of());

		assertThat(this.site.result(purchase)).contains("We do not know");
		assertThat(this.server.count("CreateDownloadRequest")).isEqualTo(1);
	}

	@Test
	void whenACheckFailsThenThePageSaysSo() {
		this.server.enqueue("CreateDownloadRequest", Fault.drop());
		String purchase = this.site.buy("90000014", "90000014-1", "");
		this.site.result(purchase);
		this.server.enqueue("GetImageDownloadAuthorizations", Fault.status(503));

		this.site.post(purchase + "/check", Map.of());

		assertThat(this.site.result(purchase))
			.contains("We do not know", "failed: Getty Images is not available", "Check again")
			.doesNotContain("license it again");
	}

	private String coordinationId() {
		String body = this.server.requests("CreateDownloadRequest").get(0).body();
		return body.replaceAll("(?s).*\"CoordinationId\"\\s*:\\s*\"([^\"]*)\".*", "$1");
	}

}
