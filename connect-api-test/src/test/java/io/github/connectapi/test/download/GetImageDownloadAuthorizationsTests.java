package io.github.connectapi.test.download;

import java.util.Collections;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class GetImageDownloadAuthorizationsTests {

	private static final Image IMAGE = Customer.licensable(Offering.IMAGE_PACK).get(0);

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

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
	void whenImageIsLicensableThenFieldsAreThoseOfThePage() throws Exception {
		JsonNode envelope = this.customer.authorize(List.of(size(IMAGE.id(), IMAGE.largestSize().key())));
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		DocumentedFields.of("Images Collection").verify(envelope.path("GetImageDownloadAuthorizationsResult"));
		JsonNode images = envelope.at("/GetImageDownloadAuthorizationsResult/Images");
		DocumentedFields.of("Authorizations Collection", "ImageId String", "SizeKey String", "Status String")
			.verifyEach(images);
		DocumentedFields
			.of("DownloadIsFree Boolean", "DownloadToken String", "ProductOfferingInstanceId String?",
					"ProductOfferingType String", "DownloadsRemaining Integer")
			.verifyEach(images.at("/0/Authorizations"));
	}

	@Test
	void whenSeveralOfferingsAuthorizeThenEachIsListedWithItsQuota() throws Exception {
		Image image = Customer.image((candidate) -> candidate.rights().offerings().size() > 2
				&& candidate.rights().authorizationConstraints().isEmpty());
		JsonNode entry = this.customer.authorize(image);
		assertThat(entry.path("Status").asString()).isEqualTo("Available");
		assertThat(entry.findValuesAsString("ProductOfferingType"))
			.containsExactlyInAnyOrderElementsOf(image.rights().offerings().stream().map(Offering::wireName).toList());
		assertThat(entry.findValuesAsString("DownloadToken")).doesNotHaveDuplicates();
		assertThat(this.customer.authorization(IMAGE, Offering.IMAGE_PACK).path("DownloadsRemaining").asInt())
			.isEqualTo(25);
	}

	@Test
	void whenOfferingHasNoInstancesThenInstanceIdIsNull() throws Exception {
		Image image = Customer.licensable(Offering.EASY_ACCESS).get(0);
		assertThat(this.customer.authorization(image, Offering.EASY_ACCESS).path("ProductOfferingInstanceId").isNull())
			.isTrue();
		assertThat(this.customer.authorization(IMAGE, Offering.IMAGE_PACK).path("ProductOfferingInstanceId").asString())
			.matches("\\d+");
	}

	@Test
	void whenImageOrSizeIsUnknownThenEntryHasStatusAndNoAuthorizations() throws Exception {
		Image other = Customer.licensable(Offering.EASY_ACCESS).get(5);
		JsonNode envelope = this.customer.authorize(List.of(size("1", IMAGE.largestSize().key()),
				size(IMAGE.id(), other.largestSize().key()), size(IMAGE.id(), IMAGE.sizes().get(0).key())));
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		assertThat(envelope.findValuesAsString("Status")).containsExactly("success", "ImageNotFound", "InvalidSizeKey",
				"Available");
		assertThat(envelope.at("/GetImageDownloadAuthorizationsResult/Images/0/Authorizations").isEmpty()).isTrue();
	}

	@Test
	void whenImageCannotBeLicensedThenStatusIsNoAuthorizations() throws Exception {
		Image image = Customer.image((candidate) -> candidate.rights().offerings().isEmpty());
		assertThat(this.customer.authorize(image).path("Status").asString()).isEqualTo("NoAuthorizations");
	}

	@Test
	void whenImageHasConstraintThenStatusIsNoAuthorizations() throws Exception {
		Image image = Customer.image((candidate) -> !candidate.rights().authorizationConstraints().isEmpty()
				&& !candidate.rights().offerings().isEmpty());
		assertThat(this.customer.authorize(image).path("Status").asString()).isEqualTo("NoAuthorizations");
	}

	@Test
	void whenAccountDoesNotOwnOfferingThenStatusIsNoAuthorizations() throws Exception {
		IMAGE.rights()
			.offerings()
			.forEach((offering) -> this.server.accounts().removeOffering("fake-user", offering.wireName()));
		assertThat(this.customer.authorize(IMAGE).path("Status").asString()).isEqualTo("NoAuthorizations");
	}

	@Test
	void whenAccountHasNoOfferingThenNoAgreementIsReported() throws Exception {
		this.server.accounts().removeOfferings("fake-user");
		assertThat(RawClient.code(this.customer.authorize(List.of(size(IMAGE.id(), "any"))))).isEqualTo("NoAgreement");
	}

	@Test
	void whenImageIsFreeThenDownloadIsFree() throws Exception {
		Image image = Customer
			.image((candidate) -> candidate.rights().free() && candidate.rights().authorizationConstraints().isEmpty());
		assertThat(this.customer.authorize(image).findValue("DownloadIsFree").asBoolean()).isTrue();
		assertThat(this.customer.authorize(IMAGE).findValue("DownloadIsFree").asBoolean()).isFalse();
	}

	@Test
	void whenQuotaIsUsedUpThenAuthorizationRemainsWithoutDownloads() throws Exception {
		this.server.accounts().setOffering("fake-user", "ImagePack", 0);
		assertThat(this.customer.authorization(IMAGE, Offering.IMAGE_PACK).path("DownloadsRemaining").asInt()).isZero();
	}

	@Test
	void whenImageWasWithdrawnThenItIsNotFound() throws Exception {
		this.server.withdraw(IMAGE.id());
		assertThat(this.customer.authorize(IMAGE).path("Status").asString()).isEqualTo("ImageNotFound");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ImageId", "SizeKey" })
	void whenArgumentIsMissingThenMessageNamesIt(String name) throws Exception {
		Map<String, ?> size = Map.of(name.equals("ImageId") ? "SizeKey" : "ImageId", "1");
		JsonNode envelope = this.customer.authorize(List.of(size));
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
		assertThat(envelope.findValue("Message").asString()).isEqualTo(name + " is required.");
	}

	@Test
	void whenThereAreNoImageSizesThenRequestIsInvalid() throws Exception {
		assertThat(RawClient.code(this.customer.authorize(List.of()))).isEqualTo("InvalidRequest");
	}

	@Test
	void whenThereAreTooManyImageSizesThenMaximumIsExceeded() throws Exception {
		Map<String, ?> size = size(IMAGE.id(), IMAGE.largestSize().key());
		assertThat(RawClient.status(this.customer.authorize(Collections.nCopies(500, size)))).isEqualTo("success");
		assertThat(RawClient.code(this.customer.authorize(Collections.nCopies(501, size))))
			.isEqualTo("AssetIdListExceedsMaxAllowed");
	}

	private static Map<String, ?> size(String imageId, String sizeKey) {
		return Map.of("ImageId", imageId, "SizeKey", sizeKey);
	}

}
