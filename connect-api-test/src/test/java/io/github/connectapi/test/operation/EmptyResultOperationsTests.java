package io.github.connectapi.test.operation;

import java.util.Map;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class EmptyResultOperationsTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final RawClient client = new RawClient(this.server);

	@AfterEach
	void close() {
		this.server.close();
	}

	@ParameterizedTest
	@CsvSource({ "/v1/data/GetCountries,GetCountriesRequestBody,Token,GetCountriesResult",
			"/v1/download/GetPreviousDownloads,GetPreviousDownloadsRequestBody,SecureToken,"
					+ "GetPreviousDownloadsResultBody",
			"/v1/purchase/GetPreviousPurchases,GetPreviousPurchasesRequestBody,SecureToken,"
					+ "GetPreviousPurchasesResultBody",
			"/v1/data/GetCollections,Unused,Token,GetCollectionsResult",
			"/v1/partnerassetingestion/GetAssetChanges,GetAssetChangesRequestBody,Token,GetAssetChangesResponseBody",
			"/v1/usage/ReportUsage,ReportUsageRequestBody,Token,ReportUsageResponseBody" })
	void whenOperationIsCalledThenResultIsEmpty(String path, String requestKey, String token, String resultKey)
			throws Exception {
		JsonNode envelope = this.client.call(path, token(token), requestKey, Map.of());
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		assertThat(envelope.path(resultKey).isObject()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "lightbox/DeleteLightbox", "account/CreateCustomer" })
	void whenOperationHasNoResultThenEnvelopeHasOnlyHeader(String operation) throws Exception {
		String key = operation.substring(operation.indexOf('/') + 1) + "RequestBody";
		JsonNode envelope = this.client.call("/v1/" + operation, token("Token"), key, Map.of());
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		assertThat(envelope.propertyNames()).containsExactly("ResponseHeader");
	}

	@Test
	void whenOperationWithoutResultFailsThenEnvelopeHasOnlyHeader() throws Exception {
		JsonNode envelope = this.client.call("/v1/lightbox/DeleteLightbox", token("Token"), "Other", Map.of());
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
		assertThat(envelope.propertyNames()).containsExactly("ResponseHeader");
	}

	@Test
	void whenRequestKeyDiffersThenRequestIsInvalid() throws Exception {
		JsonNode envelope = this.client.call("/v1/data/GetCountries", token("Token"), "GetCountriesBody", Map.of());
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
	}

	@ParameterizedTest
	@CsvSource({ "data/GetCountries,Token,''", "data/GetCountries,SecureToken,''",
			"download/GetPreviousDownloads,Token,OperationRequiresSecureToken",
			"download/GetPreviousDownloads,SecureToken,''" })
	void whenTokenIsOfWrongTypeThenCodeDependsOnOperation(String operation, String token, String code)
			throws Exception {
		String key = operation.substring(operation.indexOf('/') + 1) + "RequestBody";
		assertThat(RawClient.code(this.client.call("/v1/" + operation, token(token), key, Map.of()))).isEqualTo(code);
	}

	@ParameterizedTest
	@CsvSource({ "data/GetCountries,''", "lightbox/GetLightbox,''", "lightbox/GetLightboxHeaders,AUTH-023",
			"download/GetPreviousDownloads,OperationRequiresSecureToken" })
	void whenTokenIsOfApplicationThenOnlySomeOperationsAcceptIt(String operation, String code) throws Exception {
		String token = RawClient.token(this.client.createApplicationSession(), "Token");
		String key = operation.substring(operation.indexOf('/') + 1) + "RequestBody";
		assertThat(RawClient.code(this.client.call("/v1/" + operation, token, key, Map.of()))).isEqualTo(code);
	}

	@Test
	void whenHttpsIsRequiredThenOnlySecureOperationsOverHttpFail() throws Exception {
		try (FakeConnectServer strict = FakeConnectServer.builder().https(false).requireHttps(true).start()) {
			RawClient client = new RawClient(strict);
			assertThat(RawClient.code(client.call("/v1/purchase/GetPreviousPurchases", "any", "Any", Map.of())))
				.isEqualTo("AUTH-002");
			assertThat(RawClient.code(client.call("/v1/data/GetCountries", "any", "Any", Map.of())))
				.isEqualTo("AUTH-021");
		}
	}

	@Test
	void whenStartedThenPathsOfOperationsAreUnique() {
		assertThat(this.server.operationPaths()).isNotEmpty().doesNotHaveDuplicates();
	}

	private String token(String field) throws Exception {
		return RawClient.token(this.client.createSession(), field);
	}

}
