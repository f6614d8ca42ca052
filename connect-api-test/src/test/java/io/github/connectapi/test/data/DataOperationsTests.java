package io.github.connectapi.test.data;

import java.text.Collator;
import java.util.Locale;
import java.util.Map;

import io.github.connectapi.test.DocumentedFields;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.RawClient;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.ImageCollection;
import io.github.connectapi.test.catalog.Offering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class DataOperationsTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final RawClient client = new RawClient(this.server);

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenCountriesAreReadThenTheyHaveDocumentedFields() throws Exception {
		JsonNode envelope = countries(Map.of("Language", "en-US"));
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		JsonNode result = envelope.path("GetCountriesResult");
		DocumentedFields.of("Countries Collection").verify(result);
		DocumentedFields.of("CountryChar2ISO String", "CountryChar3ISO String", "CountryName String")
			.verifyEach(result.path("Countries"));
	}

	@ParameterizedTest
	@CsvSource({ "de,Deutschland", "en-gb,Germany", "en-us,Germany", "es,Alemania", "fr,Allemagne", "it,Germania",
			"ja,ドイツ", "ko,독일", "nl,Duitsland", "pt-pt,Alemanha", "ru,Германия", "sv,Tyskland", "EN-US,Germany" })
	void whenLanguageIsSupportedThenNamesAreLocalized(String language, String name) throws Exception {
		JsonNode envelope = countries(Map.of("Language", language));
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		assertThat(envelope.at("/GetCountriesResult/Countries"))
			.filteredOn((country) -> country.path("CountryChar3ISO").asString().equals("DEU"))
			.singleElement()
			.satisfies((country) -> {
				assertThat(country.path("CountryChar2ISO").asString()).isEqualTo("DE");
				assertThat(country.path("CountryName").asString()).isEqualTo(name);
			});
	}

	@Test
	void whenLanguageIsMissingThenNamesAreEnglish() throws Exception {
		JsonNode envelope = countries(Map.of());
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		assertThat(envelope.findValuesAsString("CountryName")).hasSizeGreaterThan(200)
			.contains("Germany")
			.isSortedAccordingTo(Collator.getInstance(Locale.US));
	}

	@ParameterizedTest
	@CsvSource({ "eo", "en-zz", "'?'", "deutsch" })
	void whenLanguageIsNotSupportedThenEnglishIsUsedWithWarning(String language) throws Exception {
		JsonNode envelope = countries(Map.of("Language", language));
		assertThat(RawClient.status(envelope)).isEqualTo("warning");
		assertThat(RawClient.code(envelope)).isEqualTo("DefaultLanguageUsed");
		assertThat(envelope.findValuesAsString("CountryName")).contains("Germany");
	}

	@Test
	void whenLanguageIsNoTextThenRequestIsInvalid() throws Exception {
		assertThat(RawClient.code(countries(Map.of("Language", true)))).isEqualTo("InvalidRequest");
	}

	@Test
	void whenTokenIsOfApplicationThenCountriesAreReturned() throws Exception {
		String token = RawClient.token(this.client.createApplicationSession(), "Token");
		assertThat(
				RawClient.status(this.client.call("/v1/data/GetCountries", token, "GetCountriesRequestBody", Map.of())))
			.isEqualTo("success");
	}

	@Test
	void whenCollectionsAreReadThenTheyHaveDocumentedFields() throws Exception {
		JsonNode envelope = collections();
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		JsonNode result = envelope.path("GetCollectionsResult");
		DocumentedFields.of("Collections Collection").verify(result);
		DocumentedFields
			.of("CollectionName String", "ImageFamily String", "LicenseModel String", "CollectionId Integer",
					"ApplicableProductOfferings Collection")
			.verifyEach(result.path("Collections"));
	}

	@Test
	void whenCollectionsAreReadThenTheyAreThoseOfTheCatalog() throws Exception {
		JsonNode collections = collections().at("/GetCollectionsResult/Collections");
		assertThat(collections).hasSameSizeAs(Catalog.get().collections());
		ImageCollection first = Catalog.get().collections().get(0);
		JsonNode json = collections.path(0);
		assertThat(json.path("CollectionId").asInt()).isEqualTo(first.id());
		assertThat(json.path("CollectionName").asString()).isEqualTo(first.name());
		assertThat(json.path("ImageFamily").asString()).isEqualTo(first.family().wireName());
		assertThat(json.path("LicenseModel").asString()).isIn("RF", "RM");
		assertThat(json.path("ApplicableProductOfferings")).extracting(JsonNode::asString)
			.containsExactlyElementsOf(first.offerings().stream().map(Offering::wireName).toList());
	}

	private JsonNode countries(Map<String, ?> arguments) throws Exception {
		return this.client.call("/v1/data/GetCountries", token(), "GetCountriesRequestBody", arguments);
	}

	private JsonNode collections() throws Exception {
		return this.client.call("/v1/data/GetCollections", token(), "Unused", Map.of());
	}

	private String token() throws Exception {
		return RawClient.token(this.client.createSession(), "Token");
	}

}
