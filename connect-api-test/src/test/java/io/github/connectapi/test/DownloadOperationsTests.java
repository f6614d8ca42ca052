package io.github.connectapi.test;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class DownloadOperationsTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final Client client = new Client(this.server);

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenADownloadIsRequestedThenItsUrlIsAnsweredAndQuotaIsUsed() throws Exception {
		JsonNode answer = download("SecureToken", List.of(Map.of("DownloadToken", "token-of-90000005")));
		JsonNode url = answer.at("/CreateDownloadRequestResult/DownloadUrls/0");
		assertThat(url.propertyNames()).containsExactly("ImageId", "SizeName", "Status", "UrlAttachment");
		assertThat(url.path("ImageId").asString()).isEqualTo("90000005");
		assertThat(url.path("UrlAttachment").asString()).startsWith(this.server.baseUrl() + "/images/90000005");
		assertThat(this.server.downloadsUsed()).isEqualTo(1);
	}

	@Test
	void whenTheTokenIsTheStandardOneThenASecureTokenIsRequiredAndNoQuotaIsUsed() throws Exception {
		JsonNode answer = download("Token", List.of(Map.of("DownloadToken", "any")));
		assertThat(Client.code(answer)).isEqualTo("OperationRequiresSecureToken");
		assertThat(this.server.downloadsUsed()).isZero();
	}

	@Test
	void whenNoItemOrABadOneIsRequestedThenTheRequestIsInvalidAndNoQuotaIsUsed() throws Exception {
		assertThat(Client.code(download("SecureToken", List.of()))).isEqualTo("InvalidRequest");
		JsonNode answer = download("SecureToken", List.of(Map.of("DownloadToken", "good"), Map.of()));
		assertThat(Client.code(answer)).isEqualTo("InvalidRequest");
		assertThat(this.server.downloadsUsed()).isZero();
	}

	private JsonNode download(String tokenField, List<?> items) throws Exception {
		String token = Client.token(this.client.createSession(), tokenField);
		return this.client.call("/v1/download/CreateDownloadRequest", token, "CreateDownloadRequestBody",
				Map.of("DownloadItems", items));
	}

}
