package io.github.connectapi.test.download;

import java.util.List;
import java.util.Map;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class DownloadOperationsTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final RawClient client = new RawClient(this.server);

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenDownloadIsRequestedThenUrlIsReturnedAndQuotaIsUsed() throws Exception {
		JsonNode envelope = download("SecureToken", List.of(Map.of("DownloadToken", "token-of-90000005")));
		JsonNode url = envelope.at("/CreateDownloadRequestResult/DownloadUrls/0");
		assertThat(url.propertyNames()).containsExactly("ImageId", "SizeName", "Status", "UrlAttachment");
		assertThat(url.path("ImageId").asString()).isEqualTo("90000005");
		assertThat(url.path("UrlAttachment").asString()).startsWith(this.server.baseUrl() + "/images/90000005");
		assertThat(this.server.downloadsUsed()).isEqualTo(1);
	}

	@Test
	void whenTokenIsStandardThenSecureTokenIsRequiredAndNoQuotaIsUsed() throws Exception {
		JsonNode envelope = download("Token", List.of(Map.of("DownloadToken", "any")));
		assertThat(RawClient.code(envelope)).isEqualTo("OperationRequiresSecureToken");
		assertThat(this.server.downloadsUsed()).isZero();
	}

	@Test
	void whenItemIsMissingOrInvalidThenRequestIsInvalidAndNoQuotaIsUsed() throws Exception {
		assertThat(RawClient.code(download("SecureToken", List.of()))).isEqualTo("InvalidRequest");
		JsonNode envelope = download("SecureToken", List.of(Map.of("DownloadToken", "good"), Map.of()));
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
		assertThat(this.server.downloadsUsed()).isZero();
	}

	private JsonNode download(String tokenField, List<?> items) throws Exception {
		String token = RawClient.token(this.client.createSession(), tokenField);
		return this.client.call("/v1/download/CreateDownloadRequest", token, "CreateDownloadRequestBody",
				Map.of("DownloadItems", items));
	}

}
