package io.github.connectapi.test;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class PlainOperationsTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final Client client = new Client(this.server);

	@AfterEach
	void close() {
		this.server.close();
	}

	@ParameterizedTest
	@CsvSource({ "/v1/search/GetImageDetails,GetImageDetailsRequestBody,Token,GetImageDetailsResult",
			"/v1/download/GetPreviousDownloads,GetPreviousDownloadsRequestBody,SecureToken,"
					+ "GetPreviousDownloadsResultBody",
			"/v1/purchase/GetPreviousPurchases,GetPreviousPurchasesRequestBody,SecureToken,"
					+ "GetPreviousPurchasesResultBody",
			"/v1/data/GetCollections,Unused,Token,GetCollectionsResult",
			"/v1/partnerassetingestion/GetAssetChanges,GetAssetChangesRequestBody,Token,GetAssetChangesResponseBody",
			"/v1/usage/ReportUsage,ReportUsageRequestBody,Token,ReportUsageResponseBody" })
	void whenAnOperationIsCalledThenItsResultIsEmpty(String path, String requestKey, String token, String resultKey)
			throws Exception {
		JsonNode answer = this.client.call(path, token(token), requestKey, Map.of());
		assertThat(Client.status(answer)).isEqualTo("success");
		assertThat(answer.path(resultKey).isObject()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "lightbox/DeleteLightbox", "account/CreateCustomer" })
	void whenAnOperationHasNoResultThenThereIsOnlyAHeader(String operation) throws Exception {
		String key = operation.substring(operation.indexOf('/') + 1) + "RequestBody";
		JsonNode answer = this.client.call("/v1/" + operation, token("Token"), key, Map.of());
		assertThat(Client.status(answer)).isEqualTo("success");
		assertThat(answer.propertyNames()).containsExactly("ResponseHeader");
	}

	@Test
	void whenAnOperationWithoutAResultFailsThenThereIsOnlyAHeader() throws Exception {
		JsonNode answer = this.client.call("/v1/lightbox/DeleteLightbox", token("Token"), "Other", Map.of());
		assertThat(Client.code(answer)).isEqualTo("InvalidRequest");
		assertThat(answer.propertyNames()).containsExactly("ResponseHeader");
	}

	@Test
	void whenTheRequestIsCalledOtherwiseThenItIsInvalid() throws Exception {
		JsonNode answer = this.client.call("/v1/data/GetCountries", token("Token"), "GetCountriesBody", Map.of());
		assertThat(Client.code(answer)).isEqualTo("InvalidRequest");
	}

	@ParameterizedTest
	@CsvSource({ "data/GetCountries,Token,''", "data/GetCountries,SecureToken,AUTH-023",
			"download/GetPreviousDownloads,Token,OperationRequiresSecureToken",
			"download/GetPreviousDownloads,SecureToken,''" })
	void whenTheTokenIsOfTheWrongKindThenTheCodeSaysSo(String operation, String token, String code) throws Exception {
		String key = operation.substring(operation.indexOf('/') + 1) + "RequestBody";
		assertThat(Client.code(this.client.call("/v1/" + operation, token(token), key, Map.of()))).isEqualTo(code);
	}

	@ParameterizedTest
	@CsvSource({ "data/GetCountries,''", "lightbox/GetLightbox,''", "lightbox/GetLightboxHeaders,AUTH-023",
			"download/GetPreviousDownloads,OperationRequiresSecureToken" })
	void whenTheTokenIsOfAnApplicationThenOnlySomeAcceptIt(String operation, String code) throws Exception {
		String token = Client.token(this.client.createApplicationSession(), "Token");
		String key = operation.substring(operation.indexOf('/') + 1) + "RequestBody";
		assertThat(Client.code(this.client.call("/v1/" + operation, token, key, Map.of()))).isEqualTo(code);
	}

	@Test
	void whenHttpsIsRequiredThenOnlyOperationsWithASecureTokenNeedIt() throws Exception {
		try (FakeConnectServer strict = FakeConnectServer.builder().https(false).requireHttps(true).start()) {
			Client client = new Client(strict);
			assertThat(Client.code(client.call("/v1/purchase/GetPreviousPurchases", "any", "Any", Map.of())))
				.isEqualTo("AUTH-002");
			assertThat(Client.code(client.call("/v1/data/GetCountries", "any", "Any", Map.of()))).isEqualTo("AUTH-021");
		}
	}

	@Test
	void whenTheServerIsAskedThenItNamesAllDocumentedOperations() {
		assertThat(this.server.operationPaths()).hasSize(29).doesNotHaveDuplicates();
	}

	private String token(String field) throws Exception {
		return Client.token(this.client.createSession(), field);
	}

}
