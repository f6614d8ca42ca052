package io.github.connectapi.test.download;

import java.util.Arrays;
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
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class GetLargestImageDownloadAuthorizationsTests {

	private static final Image IMAGE = Customer.licensable(Offering.IMAGE_PACK).get(0);

	private static final Image UNLICENSABLE = Customer.image((image) -> image.rights().offerings().isEmpty());

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
		JsonNode envelope = authorize(IMAGE.id());
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		JsonNode result = envelope.path("GetLargestImageDownloadAuthorizationsResult");
		DocumentedFields.of("Images Collection").verify(result);
		DocumentedFields.of("Authorizations Collection", "ImageId String").verifyEach(result.path("Images"));
		DocumentedFields
			.of("DownloadIsFree Boolean", "DownloadToken String", "InstanceId String?", "ProductOfferingType String",
					"SizeKey String")
			.verifyEach(result.at("/Images/0/Authorizations"));
	}

	@Test
	void whenImageIsLicensableThenLargestSizeIsAuthorized() throws Exception {
		JsonNode envelope = authorize(IMAGE.id());
		assertThat(envelope.findValuesAsString("SizeKey")).hasSameSizeAs(IMAGE.rights().offerings())
			.containsOnly(IMAGE.largestSize().key());
		assertThat(this.customer.status(envelope.findValue("DownloadToken").asString())).isEqualTo("Success");
	}

	@Test
	void whenImageHasNoAuthorizationsThenItIsMissingWithWarning() throws Exception {
		JsonNode envelope = authorize(UNLICENSABLE.id(), IMAGE.id());
		assertThat(RawClient.status(envelope)).isEqualTo("warning");
		assertThat(RawClient.code(envelope)).isEqualTo("NoAuthorizations");
		assertThat(envelope.findValuesAsString("ImageId")).containsExactly(IMAGE.id());
	}

	@Test
	void whenImageIsUnknownThenItIsMissingWithWarning() throws Exception {
		JsonNode envelope = authorize("1", IMAGE.id());
		assertThat(RawClient.status(envelope)).isEqualTo("warning");
		assertThat(envelope.findValuesAsString("Code")).containsExactly("ImageNotFound");
		assertThat(envelope.findValuesAsString("ImageId")).containsExactly(IMAGE.id());
	}

	@Test
	void whenAccountHasNoOfferingThenNoAgreementIsReported() throws Exception {
		this.server.accounts().removeOfferings("fake-user");
		assertThat(RawClient.code(authorize(IMAGE.id()))).isEqualTo("NoAgreement");
	}

	@Test
	void whenTokenIsOfApplicationThenNoAgreementIsReported() throws Exception {
		RawClient client = new RawClient(this.server);
		String token = RawClient.token(client.createApplicationSession(), "Token");
		JsonNode envelope = client.call("/v1/download/GetLargestImageDownloadAuthorizations", token,
				"GetLargestImageDownloadAuthorizationsRequestBody",
				Map.of("Images", List.of(Map.of("ImageId", IMAGE.id()))));
		assertThat(RawClient.code(envelope)).isEqualTo("NoAgreement");
	}

	@Test
	void whenImageIdIsMissingThenMessageNamesIt() throws Exception {
		JsonNode envelope = this.customer.call("download", "GetLargestImageDownloadAuthorizations",
				Map.of("Images", List.of(Map.of())));
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
		assertThat(envelope.findValue("Message").asString()).isEqualTo("ImageId is required.");
	}

	@Test
	void whenThereAreNoImagesThenRequestIsInvalid() throws Exception {
		assertThat(RawClient.code(authorize())).isEqualTo("InvalidRequest");
	}

	@Test
	void whenThereAreTooManyImagesThenMaximumIsExceeded() throws Exception {
		assertThat(RawClient.code(authorize(Collections.nCopies(501, IMAGE.id()).toArray(String[]::new))))
			.isEqualTo("AssetIdListExceedsMaxAllowed");
	}

	private JsonNode authorize(String... imageIds) throws Exception {
		List<Map<String, String>> images = Arrays.stream(imageIds).map((id) -> Map.of("ImageId", id)).toList();
		return this.customer.call("download", "GetLargestImageDownloadAuthorizations", Map.of("Images", images));
	}

}
