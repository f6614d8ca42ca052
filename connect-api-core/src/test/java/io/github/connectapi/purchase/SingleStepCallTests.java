package io.github.connectapi.purchase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.TokenUri;
import io.github.connectapi.license.FileDownloads;
import io.github.connectapi.license.License;
import io.github.connectapi.purchase.ConnectPurchaseException.Reason;
import io.github.connectapi.rest.ConnectRestAccess;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;

import static io.github.connectapi.purchase.PurchaseFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Purchases with a session of OAuth 2 by SingleStepDownload.
 */
@Timeout(60)
class SingleStepCallTests {

	private static final String OPERATION = "SingleStepDownload";

	private static final LicenseRequest IMAGE = LicenseRequest.largest(PurchaseFixture.image().id());

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final ConnectClient client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl()))
		.tokenUri(TokenUri.of(this.server.tokenUri()))
		.responseTimeout(Duration.ofSeconds(2))
		.build();

	private final ConnectSessionManager sessions = ConnectSessionManager.builder(this.client,
			() -> ConnectCredentials.ofOAuth2(FakeConnectServerBuilder.API_KEY, FakeConnectServerBuilder.API_SECRET,
					FakeConnectServerBuilder.USER_NAME, FakeConnectServerBuilder.USER_PASSWORD))
		.build();

	private final ConnectRestAccess access = ConnectRestAccess
		.builder(this.client, this.sessions, FakeConnectServerBuilder.API_KEY)
		.baseUrl(this.client.baseUrl())
		.build();

	private final FileDownloads downloads = FileDownloads.builder(this.client).build();

	private final ImageLicensing licensing = ImageLicensing
		.builder(ConnectApi.builder(this.client, this.sessions).build(), this.downloads)
		.singleStep(this.access)
		.build();

	@AfterEach
	void close() {
		this.downloads.close();
		this.access.close();
		this.sessions.close();
		this.client.close();
		this.server.close();
	}

	@Test
	void whenDownloadedThenItIsBoughtOnceAndTheFileIsComplete(@TempDir Path directory) {
		Path file = this.licensing.download(IMAGE, directory.resolve("image.jpg"), (license) -> {
		});
		assertThat(file).isNotEmptyFile();
		assertThat(this.server.downloadsUsed()).isOne();
		assertThat(this.server.count(OPERATION)).isOne();
		assertThat(this.server.count("CreateDownloadRequest")).isZero();
	}

	@Test
	void whenLicensedThenTheLicenseResumesLater(@TempDir Path directory) throws Exception {
		License license = License.fromText(this.licensing.license(IMAGE).toText());
		assertThat(this.server.requests(OPERATION)).singleElement()
			.satisfies(
					(request) -> assertThat(request.header("GI-Coordination-Id")).contains(license.coordinationId()));
		assertThat(Files.size(this.downloads.download(license, directory.resolve("image.jpg")))).isPositive();
		assertThat(this.server.downloadsUsed()).isOne();
	}

	@Test
	void whenASizeOrAnOfferingIsRequestedThenNothingIsSent() {
		for (LicenseRequest request : new LicenseRequest[] { LicenseRequest.of("1", "2"),
				LicenseRequest.video("1", "hd"), IMAGE.withProductOffering("EasyAccess") }) {
			assertThat(failure(PurchaseOutcome.NOT_BOUGHT, Reason.PREPARATION_FAILED,
					() -> this.licensing.license(request)))
				.hasMessageContaining("Use LicenseRequest.largest");
		}
		assertThat(this.server.count(OPERATION)).isZero();
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403, 404, 429 })
	void whenRefusedThenNothingIsBought(int status) {
		this.server.enqueue(OPERATION, Fault.status(status));
		failure(PurchaseOutcome.NOT_BOUGHT, Reason.REFUSED, () -> this.licensing.license(IMAGE));
		assertThat(this.server.count(OPERATION)).isOne();
		assertThat(this.server.downloadsUsed()).isZero();
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 400, 500, 503 })
	void whenTheResponseProvesNothingThenTheOutcomeIsUnclear(int status) {
		this.server.enqueue(OPERATION, Fault.status(status));
		ConnectPurchaseException failure = failure(PurchaseOutcome.UNCLEAR, Reason.UNUSABLE_RESPONSE,
				() -> this.licensing.license(IMAGE));
		assertThat(failure.evidence()).isPresent();
		assertThat(this.server.count(OPERATION)).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://files.example/a picture.jpg?secret=canary", "/login", "mailto:canary" })
	void whenTheAddressIsNotThatOfAFileThenTheOutcomeIsUnclearAndItIsNotShown(String location) {
		this.server.enqueue(OPERATION, Fault.redirect(302, location));
		ConnectPurchaseException failure = failure(PurchaseOutcome.UNCLEAR, Reason.UNUSABLE_RESPONSE,
				() -> this.licensing.license(IMAGE));
		assertThat(failure).hasNoCause();
		assertThat(failure.toString()).doesNotContain("canary", "login");
	}

	@Test
	void whenTheSessionHasNoUserThenNothingIsSent() {
		try (ConnectSessionManager application = ConnectSessionManager
			.builder(this.client,
					() -> ConnectCredentials.ofOAuth2Application(FakeConnectServerBuilder.API_KEY,
							FakeConnectServerBuilder.API_SECRET))
			.build()) {
			ImageLicensing other = ImageLicensing
				.builder(ConnectApi.builder(this.client, application).build(), this.downloads)
				.singleStep(this.access.forSession(application))
				.build();
			assertThat(failure(PurchaseOutcome.NOT_BOUGHT, Reason.NOT_SENT, () -> other.license(IMAGE)))
				.hasMessageContaining("the session has no user");
		}
		assertThat(this.server.count(OPERATION)).isZero();
	}

	@Test
	void whenTheResponseIsLostThenTheOutcomeIsUnclearAndTheEvidenceShowsThePurchase() {
		this.server.enqueue(OPERATION, Fault.dropResponse());
		ConnectPurchaseException failure = failure(PurchaseOutcome.UNCLEAR, Reason.NO_RESPONSE,
				() -> this.licensing.license(IMAGE));
		assertThat(failure.evidence())
			.hasValueSatisfying((evidence) -> assertThat(evidence.previousDownloads()).hasSize(1));
		assertThat(this.server.count(OPERATION)).isOne();
		assertThat(this.server.downloadsUsed()).isOne();
	}

	@Test
	void whenTheServerCannotBeReachedThenNothingIsBought() {
		this.sessions.getSession();
		this.server.close();
		failure(PurchaseOutcome.NOT_BOUGHT, Reason.NOT_SENT, () -> this.licensing.license(IMAGE));
	}

	@Test
	void whenThereIsNoSessionThenNothingIsBought() {
		this.server.always(FakeConnectServer.TOKEN_REQUEST, Fault.status(503));
		failure(PurchaseOutcome.NOT_BOUGHT, Reason.NOT_SENT, () -> this.licensing.license(IMAGE));
		assertThat(this.server.count(OPERATION)).isZero();
	}

	@Test
	void whenTheTokenWasRevokedThenItIsBoughtWithAnotherOne() {
		this.sessions.getSession();
		this.server.revokeAll();
		this.licensing.license(IMAGE);
		assertThat(this.server.downloadsUsed()).isOne();
	}

}
