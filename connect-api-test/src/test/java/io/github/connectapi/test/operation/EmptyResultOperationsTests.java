package io.github.connectapi.test.operation;

import java.util.Map;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
	@CsvSource({ "/v1/search/GetImageDetails,GetImageDetailsRequestBody,Token,GetImageDetailsResult" })
	void whenOperationIsCalledThenResultIsEmpty(String path, String requestKey, String token, String resultKey)
			throws Exception {
		JsonNode envelope = this.client.call(path, token(token), requestKey, Map.of());
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		assertThat(envelope.path(resultKey).isObject()).isTrue();
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
			"download/GetPreviousDownloads,SecureToken,InvalidRequest" })
	void whenTokenIsOfWrongTypeThenCodeDependsOnOperation(String operation, String token, String code)
			throws Exception {
		String key = operation.substring(operation.indexOf('/') + 1) + "RequestBody";
		assertThat(RawClient.code(this.client.call("/v1/" + operation, token(token), key, Map.of()))).isEqualTo(code);
	}

	@ParameterizedTest
	@CsvSource({ "data/GetCountries,''", "lightbox/GetLightboxHeaders,AUTH-023",
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
