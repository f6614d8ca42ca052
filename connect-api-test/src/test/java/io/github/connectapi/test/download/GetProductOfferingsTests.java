package io.github.connectapi.test.download;

import java.time.Duration;
import java.time.Instant;
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

class GetProductOfferingsTests {

	private final FakeConnectServer server = FakeConnectServer.builder()
		.https(false)
		.tokenLifetimeMinutes(1_000_000)
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
	void whenActiveOfferingsAreRequestedThenTheyAreTheDocumentedTypes() throws Exception {
		JsonNode envelope = active();
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		JsonNode result = envelope.path("GetActiveProductOfferingsResult");
		DocumentedFields.of("ActiveProductOfferings Collection").verify(result);
		assertThat(result.path("ActiveProductOfferings").valueStream().map(JsonNode::asString))
			.containsExactlyInAnyOrder("PremiumAccess", "EasyAccess", "EditorialSubscription");
	}

	@Test
	void whenOfferingIsRemovedThenItIsNotActive() throws Exception {
		this.server.accounts().removeOfferings("fake-user");
		this.server.accounts().setOffering("fake-user", "EasyAccess", 3);
		assertThat(active().at("/GetActiveProductOfferingsResult/ActiveProductOfferings").valueStream()).singleElement()
			.extracting(JsonNode::asString)
			.isEqualTo("EasyAccess");
	}

	@Test
	void whenAllOfferingsAreRequestedThenFieldsAreThoseOfThePage() throws Exception {
		JsonNode envelope = all();
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		DocumentedFields.of("ProductOfferings Collection").verify(envelope.path("GetAllProductOfferingsResult"));
		DocumentedFields
			.of("ProductOfferingInstanceId Integer", "ApplicationWebsite String", "ProductOfferingType String",
					"Name String", "DownloadLimit Integer", "DownloadLimitDuration String?", "Status String",
					"ExpirationUtc String", "DownloadsRemaining Integer", "DownloadLimitResetUtc String?")
			.verifyEach(envelope.at("/GetAllProductOfferingsResult/ProductOfferings"));
		assertThat(envelope.findValuesAsString("ProductOfferingType")).containsExactlyInAnyOrder("ImagePack",
				"Subscription");
	}

	@Test
	void whenOfferingIsSubscriptionThenItHasPeriod() throws Exception {
		assertThat(offering("ImagePack").path("DownloadLimitResetUtc").isNull()).isTrue();
		assertThat(offering("ImagePack").path("DownloadLimitDuration").isNull()).isTrue();
		assertThat(Instant.parse(offering("Subscription").path("DownloadLimitResetUtc").asString()))
			.isAfter(Instant.now());
		assertThat(offering("Subscription").path("DownloadLimitDuration").asString()).isEqualTo("Monthly");
	}

	@Test
	void whenImageIsBoughtThenQuotaOfItsOfferingIsReduced() throws Exception {
		Image image = Customer.licensable(Offering.IMAGE_PACK).get(0);
		JsonNode authorization = this.customer.authorization(image, Offering.IMAGE_PACK);
		this.customer.buy(authorization.path("DownloadToken").asString());
		JsonNode offering = offering("ImagePack");
		assertThat(offering.path("DownloadLimit").asInt()).isEqualTo(25);
		assertThat(offering.path("DownloadsRemaining").asInt()).isEqualTo(24);
		assertThat(offering.path("ProductOfferingInstanceId").asString())
			.isEqualTo(authorization.path("ProductOfferingInstanceId").asString());
	}

	@Test
	void whenImagePackIsUsedUpThenItIsFulfilled() throws Exception {
		this.server.accounts().setOffering("fake-user", "ImagePack", 0);
		this.server.accounts().setOffering("fake-user", "RoyaltyFreeSubscription", 0);
		assertThat(offering("ImagePack").path("Status").asString()).isEqualTo("Fulfilled");
		assertThat(offering("Subscription").path("Status").asString()).isEqualTo("Active");
	}

	@Test
	void whenOneYearHasPassedThenOfferingsAreExpired() throws Exception {
		String token = this.customer.token(Customer.licensable(Offering.IMAGE_PACK).get(0), Offering.IMAGE_PACK);
		this.server.advanceClock(Duration.ofDays(365));
		assertThat(offering("ImagePack").path("Status").asString()).isEqualTo("Expired");
		assertThat(active().at("/GetActiveProductOfferingsResult/ActiveProductOfferings").isEmpty()).isTrue();
		assertThat(RawClient.code(this.customer.buy(token))).isEqualTo("NoAgreement");
	}

	private JsonNode offering(String type) throws Exception {
		return all().at("/GetAllProductOfferingsResult/ProductOfferings")
			.valueStream()
			.filter((offering) -> offering.path("ProductOfferingType").asString().equals(type))
			.findFirst()
			.orElseThrow();
	}

	private JsonNode active() throws Exception {
		return this.customer.call("data", "GetActiveProductOfferings", Map.of());
	}

	private JsonNode all() throws Exception {
		return this.customer.call("data", "GetAllProductOfferings", Map.of());
	}

}
