package io.github.connectapi.samples.picturesearch.purchase;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.github.connectapi.license.License;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.FileFault;
import io.github.connectapi.test.spring.WithFakeConnectServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each test buys another picture, because an account that bought one gets it for free.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithFakeConnectServer
@ExtendWith(OutputCaptureExtension.class)
class PurchaseTests {

	@TempDir
	static Path directory;

	@LocalServerPort
	private int port;

	@Autowired
	private FakeConnectServer server;

	@Autowired
	private PurchaseStore store;

	private Site site;

	@DynamicPropertySource
	static void directory(DynamicPropertyRegistry registry) {
		registry.add("picture-search.directory", () -> directory.resolve("purchases").toString());
	}

	@BeforeEach
	void openSite() {
		this.site = new Site(this.port);
	}

	@Test
	void whenBoughtThenTheFileIsAnAttachment() {
		String purchase = this.site.buy("90000001", "90000001-1", "EasyAccess");

		assertThat(this.site.result(purchase)).contains("The picture is licensed, and its file is ready.",
				purchase + "/file");
		HttpResponse<byte[]> file = this.site.file(purchase);
		assertThat(file.body()).startsWith(0xff, 0xd8).hasSameSizeAs(original(purchase)).isEqualTo(original(purchase));
		assertThat(file.headers().firstValue("Content-Type")).hasValue("image/jpeg");
		assertThat(file.headers().firstValue("Content-Disposition")).get()
			.asString()
			.startsWith("attachment; ")
			.matches(".*filename=\"90000001 [0-9]+x[0-9]+\\.jpg\".*");
		assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
	}

	@Test
	void whenTheFormIsSentAgainThenNothingIsBoughtAgain() {
		int before = this.server.downloadsAccepted();
		CompletableFuture<String> other = CompletableFuture
			.supplyAsync(() -> this.site.buy("90000002", "90000002-1", ""));
		String purchase = this.site.buy("90000002", "90000002-1", "");
		assertThat(other.join()).isEqualTo(purchase);
		String page = this.site.result(purchase);

		assertThat(this.site.buy("90000002", "90000002-1", "")).isEqualTo(purchase);
		assertThat(this.site.result(purchase)).isEqualTo(page).contains("its file is ready");
		assertThat(this.server.downloadsAccepted() - before).isEqualTo(1);
	}

	@Test
	void whenAFormIsSentThenTheResponseIsARedirectToAPage() {
		HttpResponse<String> response = this.site.post("/purchases",
				Map.of("imageId", "90000007", "size", "90000007-1"));

		assertThat(response.statusCode()).isEqualTo(303);
		assertThat(Site.path(response)).isEqualTo("/purchases/" + Purchase.id("90000007", "90000007-1"));
		this.site.result(Site.path(response));
	}

	@Test
	void whenSeveralOfferingsCanPayAndNoneIsChosenThenNothingIsBought() {
		String purchase = this.site.buy("90000001", "90000001-2", "");

		assertThat(this.site.result(purchase)).contains("Nothing was bought.",
				"Several product offerings can pay for the picture. Choose one.", "/images/90000001?size=90000001-2");
		assertThat(this.site.get("/images/90000001?size=90000001-2").body())
			.contains("value=\"90000001-2\" checked=\"checked\"");
		assertThat(this.server.count("CreateDownloadRequest")).isZero();
	}

	@Test
	void whenNothingWasBoughtThenTheNextFormBuys() {
		this.site.result(this.site.buy("90000001", "90000001-3", ""));

		String purchase = this.site.buy("90000001", "90000001-3", "PremiumAccess");

		assertThat(this.site.result(purchase)).contains("its file is ready");
	}

	@Test
	void whenTheQuotaIsUsedUpThenNothingIsBought() {
		this.server.accounts().setOffering(FakeConnectServerBuilder.USER_NAME, "ImagePack", 0);

		String purchase = this.site.buy("90000001", "90000001-2", "ImagePack");

		assertThat(this.site.result(purchase)).contains("Nothing was bought.", "has no downloads left");
		this.server.accounts().setOffering(FakeConnectServerBuilder.USER_NAME, "ImagePack", 25);
		assertThat(this.server.count("CreateDownloadRequest")).isZero();
	}

	@Test
	void whenTheFormIsOldThenNothingIsBought() {
		assertThat(Site.path(this.site.post("/purchases", Map.of("imageId", "90000001", "size", "90000002-1"))))
			.isEqualTo("/images/90000001");
		assertThat(this.site.post("/purchases", Map.of("imageId", "1", "size", "1-1")).statusCode()).isEqualTo(404);
		assertThat(this.site.post("/purchases", Map.of()).statusCode()).isEqualTo(400);
		assertThat(this.server.count("CreateDownloadRequest")).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/purchases/" + "00000000-0000-0000-0000-000000000000", "/purchases/x",
			"/purchases/00000000-0000-0000-0000-000000000000/file" })
	void whenThereIsNoPurchaseThenThePageDoesNotExist(String path) {
		assertThat(this.site.get(path).statusCode()).isBetween(400, 404);
	}

	@Test
	void whenTheFileBreaksOffThenItIsContinuedFromTheStoredLicense() {
		this.server.always(FakeConnectServer.FILE_DOWNLOAD, FileFault.html());
		String purchase = this.site.buy("90000011", "90000011-1", "");
		assertThat(this.site.result(purchase)).contains("The picture is licensed, but its file is missing.",
				"Do not buy it again.", "Get the file");
		assertThat(this.site.file(purchase).statusCode()).isEqualTo(404);
		this.server.clearFaults();

		assertThat(Site.path(this.site.post(purchase + "/resume", Map.of()))).isEqualTo(purchase);

		assertThat(this.site.result(purchase)).contains("its file is ready");
		assertThat(this.site.file(purchase).body()).isEqualTo(original(purchase));
		assertThat(this.server.count("CreateDownloadRequest")).isEqualTo(1);
	}

	@Test
	void whenTheAddressHasExpiredThenThePictureIsLicensedAgainForFree() {
		int before = this.server.downloadsUsed();
		this.server.enqueue(FakeConnectServer.FILE_DOWNLOAD, Fault.status(410));
		String purchase = this.site.buy("90000014", "90000014-1", "");
		assertThat(this.site.result(purchase)).contains("its file is missing");

		this.site.post(purchase + "/resume", Map.of());

		assertThat(this.site.result(purchase)).contains("its file is ready");
		assertThat(this.server.count("CreateDownloadRequest")).isEqualTo(2);
		assertThat(this.server.downloadsUsed() - before).isEqualTo(1);
	}

	@Test
	void whenTheAddressIsNoUrlThenThePictureIsLicensedAgainForFree() {
		int before = this.server.downloadsUsed();
		this.server.enqueue("CreateDownloadRequest",
				Fault.normal().set("/CreateDownloadRequestResult/DownloadUrls/0/UrlAttachment", "https://user@host/x"));
		String purchase = this.site.buy("90000026", "90000026-1", "");
		assertThat(this.site.result(purchase)).contains("its file is missing");

		this.site.post(purchase + "/resume", Map.of());

		assertThat(this.site.result(purchase)).contains("its file is ready");
		assertThat(this.server.downloadsUsed() - before).isEqualTo(1);
	}

	@Test
	void whenTheMediaTypeIsInvalidThenTheFileIsSavedNevertheless() {
		this.server.enqueue("GetImageDetails",
				Fault.normal().set("/GetImageDetailsResult/Images/0/SizesDownloadableImages/0/MimeType", "picture"));
		String purchase = this.site.buy("90000030", "90000030-1", "");
		this.site.result(purchase);

		assertThat(this.site.file(purchase).statusCode()).isEqualTo(200);
	}

	@Test
	void whenBoughtThenTheLicenseIsInNoPageStateOrLog(CapturedOutput output) throws IOException {
		this.server.enqueue(FakeConnectServer.FILE_DOWNLOAD, FileFault.html());
		String purchase = this.site.buy("90000015", "90000015-1", "");
		String shown = this.site.result(purchase) + this.site.get(purchase + "/state").body()
				+ this.site.get("/images/90000015").body() + Files.readString(path(purchase, "json"));
		this.site.post(purchase + "/resume", Map.of());
		shown += this.site.result(purchase) + this.site.get(purchase + "/state").body();

		String license = Files.readString(path(purchase, "license"));
		String address = License.fromText(license).fileAddress().reveal();
		assertThat(shown + output).contains("its file is missing", "its file is ready")
			.doesNotContain(license, address, address.substring(address.lastIndexOf('/')));
	}

	@Test
	void whenBoughtThenOnlyTheOwnerMayReadTheLicense() throws IOException {
		String purchase = this.site.buy("90000018", "90000018-1", "");
		this.site.result(purchase);

		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path(purchase, "license"))))
			.isEqualTo("rw-------");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path(purchase, "license").getParent())))
			.isEqualTo("rwx------");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cross-site", "same-site", "none" })
	void whenAnotherSiteSendsAFormThenItIsRefused(String from) {
		HttpResponse<String> response = this.site.post("/purchases",
				Map.of("imageId", "90000022", "size", "90000022-1"), from);

		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.body()).contains("Nothing was bought.", "style.css");
		assertThat(this.server.requests()).isEmpty();
	}

	private byte[] original(String purchase) {
		License license = this.store.license(UUID.fromString(purchase.substring("/purchases/".length()))).orElseThrow();
		try (InputStream stream = URI.create(license.fileAddress().reveal()).toURL().openStream()) {
			return stream.readAllBytes();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Path path(String purchase, String extension) {
		return directory.resolve(purchase.substring(1) + "." + extension);
	}

}
