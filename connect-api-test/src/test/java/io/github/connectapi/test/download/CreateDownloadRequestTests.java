package io.github.connectapi.test.download;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.connectapi.test.DocumentedFields;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.RawClient;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.Offering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class CreateDownloadRequestTests {

	private static final Image IMAGE = Customer.licensable(Offering.EASY_ACCESS).get(0);

	private final FakeConnectServer server = FakeConnectServer.builder()
		.https(false)
		.tokenLifetimeMinutes(3000)
		.start();

	private Customer customer;

	@BeforeEach
	void logIn() throws Exception {
		this.customer = new Customer(this.server);
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenTokenIsValidThenFieldsAreThoseOfThePage() throws Exception {
		JsonNode envelope = this.customer.buy(token());
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		DocumentedFields.of("DownloadUrls Collection").verify(envelope.path("CreateDownloadRequestResult"));
		JsonNode urls = envelope.at("/CreateDownloadRequestResult/DownloadUrls");
		DocumentedFields.of("ImageId String", "SizeName String?", "Status String", "UrlAttachment String")
			.verifyEach(urls);
		assertThat(urls.at("/0/SizeName").isNull()).isTrue();
		assertThat(urls.at("/0/Status").asString()).isEqualTo("Success");
		assertThat(urls.at("/0/ImageId").asString()).isEqualTo(IMAGE.id());
	}

	@Test
	void whenTokenIsValidThenQuotaIsDebitedOnce() throws Exception {
		this.customer.buy(token());
		assertThat(this.customer.authorization(IMAGE, Offering.EASY_ACCESS).path("DownloadsRemaining").asInt())
			.isEqualTo(499);
		assertThat(this.server.downloadsUsed()).isEqualTo(1);
	}

	@Test
	void whenAnotherAccountDownloadsThenItsOwnQuotaIsDebited() throws Exception {
		this.server.accounts().add("second", "its-password", null);
		this.server.accounts().setOffering("second", "EasyAccess", 2);
		Customer second = new Customer(this.server, "second", "its-password");

		assertThat(second.status(second.token(IMAGE, Offering.EASY_ACCESS))).isEqualTo("Success");
		assertThat(second.status(second.token(IMAGE, Offering.EASY_ACCESS))).as("free").isEqualTo("Success");

		assertThat(this.server.accounts().downloadsUsed("second")).isOne();
		assertThat(this.server.accounts().downloadsUsed("fake-user")).isZero();
		assertThat(second.authorization(IMAGE, Offering.EASY_ACCESS).path("DownloadsRemaining").asInt()).isOne();
		assertThat(this.customer.authorization(IMAGE, Offering.EASY_ACCESS).path("DownloadsRemaining").asInt())
			.isEqualTo(500);
	}

	@Test
	void whenTokenIsOfNoAuthorizationThenItIsInvalid() throws Exception {
		JsonNode item = this.customer.item("token-of-" + IMAGE.id());
		assertThat(item.path("Status").asString()).isEqualTo("InvalidToken");
		assertThat(item.path("ImageId").isNull()).isTrue();
		assertThat(item.path("UrlAttachment").isNull()).isTrue();
		assertThat(this.server.downloadsUsed()).isZero();
	}

	@Test
	void whenTokenIsChangedThenItIsInvalid() throws Exception {
		String token = token();
		char last = token.charAt(20);
		assertThat(this.customer.status(token.substring(0, 20) + ((last == 'A') ? 'B' : 'A') + token.substring(21)))
			.isEqualTo("InvalidToken");
	}

	@Test
	void whenServerWasResetThenTokenIsInvalid() throws Exception {
		String token = token();
		this.server.reset();
		assertThat(new Customer(this.server).status(token)).isEqualTo("InvalidToken");
	}

	@Test
	void whenTokenIsOneDayOldThenItIsExpired() throws Exception {
		String token = token();
		this.server.advanceClock(Duration.ofHours(24));
		JsonNode item = this.customer.item(token);
		assertThat(item.path("Status").asString()).isEqualTo("ExpiredToken");
		assertThat(item.path("ImageId").asString()).isEqualTo(IMAGE.id());
		assertThat(item.path("UrlAttachment").isNull()).isTrue();
	}

	@Test
	void whenTokenIsYoungerThanOneDayThenItIsValid() throws Exception {
		String token = token();
		this.server.advanceClock(Duration.ofHours(23));
		assertThat(this.customer.status(token)).isEqualTo("Success");
	}

	@Test
	void whenTokensAreExpiredThenOnlyNewOnesAreValid() throws Exception {
		String token = token();
		this.server.expireDownloadTokens();
		assertThat(this.customer.status(token)).isEqualTo("ExpiredToken");
		assertThat(this.customer.status(token())).isEqualTo("Success");
	}

	@Test
	void whenTokenIsOfOtherAccountThenThereIsNoAccess() throws Exception {
		this.server.accounts().add("second", "its-password", null);
		assertThat(new Customer(this.server, "second", "its-password").status(token())).isEqualTo("NoAccess");
		assertThat(this.server.downloadsUsed()).isZero();
	}

	@Test
	void whenImageWasWithdrawnThenItIsUnavailable() throws Exception {
		String token = token();
		this.server.withdraw(IMAGE.id());
		assertThat(this.customer.status(token)).isEqualTo("Unavailable");
		assertThat(this.server.downloadsUsed()).isZero();
	}

	@Test
	void whenQuotaIsUsedUpThenThereIsNoAccess() throws Exception {
		String token = token();
		this.server.accounts().setOffering("fake-user", "EasyAccess", 0);
		assertThat(this.customer.status(token)).isEqualTo("NoAccess");
	}

	@Test
	void whenOfferingWasRemovedThenThereIsNoAccess() throws Exception {
		String token = token();
		this.server.accounts().removeOffering("fake-user", "EasyAccess");
		assertThat(this.customer.status(token)).isEqualTo("NoAccess");
	}

	@Test
	void whenAccountHasNoOfferingThenNoAgreementIsReported() throws Exception {
		String token = token();
		this.server.accounts().removeOfferings("fake-user");
		assertThat(RawClient.code(this.customer.buy(token))).isEqualTo("NoAgreement");
	}

	@Test
	void whenSomeTokensAreValidThenOnlyTheseAreDebited() throws Exception {
		JsonNode envelope = this.customer.buy("wrong", token());
		assertThat(envelope.path("CreateDownloadRequestResult").findValuesAsString("Status"))
			.containsExactly("InvalidToken", "Success");
		assertThat(this.server.downloadsUsed()).isEqualTo(1);
	}

	@Test
	void whenTokenIsUsedTwiceThenSecondDownloadIsFree() throws Exception {
		String token = token();
		assertThat(this.customer.status(token)).isEqualTo("Success");
		assertThat(this.customer.authorization(IMAGE, Offering.EASY_ACCESS).path("DownloadIsFree").asBoolean())
			.isTrue();
		assertThat(this.customer.status(token)).isEqualTo("Success");
		assertThat(this.server.downloadsUsed()).isEqualTo(1);
	}

	@Test
	void whenOtherSizeIsDownloadedThenItIsDebited() throws Exception {
		this.customer.buy(token());
		JsonNode envelope = this.customer
			.authorize(List.of(Map.of("ImageId", IMAGE.id(), "SizeKey", IMAGE.sizes().get(0).key())));
		assertThat(envelope.findValue("DownloadIsFree").asBoolean()).isFalse();
		this.customer.buy(envelope.findValue("DownloadToken").asString());
		assertThat(this.server.downloadsUsed()).isEqualTo(2);
	}

	@Test
	void whenImageIsFreeThenNothingIsDebited() throws Exception {
		Image free = Customer
			.image((image) -> image.rights().free() && image.rights().authorizationConstraints().isEmpty());
		assertThat(this.customer.status(this.customer.authorize(free).findValue("DownloadToken").asString()))
			.isEqualTo("Success");
		assertThat(this.server.downloadsUsed()).isZero();
	}

	@Test
	void whenTokenOfSessionIsStandardThenSecureTokenIsRequired() throws Exception {
		RawClient client = new RawClient(this.server);
		JsonNode envelope = client.call("/v1/download/CreateDownloadRequest",
				RawClient.token(client.createSession(), "Token"), "CreateDownloadRequestBody", Map.of());
		assertThat(RawClient.code(envelope)).isEqualTo("OperationRequiresSecureToken");
	}

	@Test
	void whenThereAreNoItemsThenRequestIsInvalid() throws Exception {
		assertThat(RawClient.code(this.customer.buy())).isEqualTo("InvalidRequest");
	}

	@Test
	void whenAnItemHasNoTokenThenNothingIsDebited() throws Exception {
		JsonNode envelope = this.customer.call("download", "CreateDownloadRequest",
				Map.of("DownloadItems", List.of(Map.of("DownloadToken", token()), Map.of())));
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
		assertThat(envelope.findValue("Message").asString()).isEqualTo("DownloadToken is required.");
		assertThat(this.server.downloadsUsed()).isZero();
	}

	private String token() throws Exception {
		return this.customer.token(IMAGE, Offering.EASY_ACCESS);
	}

}
