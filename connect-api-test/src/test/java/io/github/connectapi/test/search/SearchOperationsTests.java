package io.github.connectapi.test.search;

import java.time.Duration;
import java.util.Map;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class SearchOperationsTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final RawClient client = new RawClient(this.server);

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenTokenIsOfApplicationThenOnlyVersion2AcceptsIt() throws Exception {
		String token = RawClient.token(this.client.createApplicationSession(), "Token");
		assertThat(RawClient.code(this.client.searchVersion1(token, "tree"))).isEqualTo("AUTH-023");
		assertThat(RawClient.status(this.client.searchVersion2(token,
				SearchFixture.arguments("{'Query': {'SearchPhrase': 'tree'}, %s}".formatted(SearchFixture.OPTIONS)))))
			.isEqualTo("success");
	}

	@Test
	void whenTokenIsSecureThenItIsAccepted() throws Exception {
		JsonNode envelope = this.client.searchVersion1(token("SecureToken"), "tree");
		assertThat(RawClient.status(envelope)).isEqualTo("success");
	}

	@Test
	void whenThereIsNoTokenThenRequestIsInvalid() throws Exception {
		assertThat(RawClient.code(this.client.searchVersion1(null, "tree"))).isEqualTo("InvalidRequest");
	}

	@Test
	void whenTokenIsUnknownRevokedOrExpiredThenSearchFails() throws Exception {
		assertThat(RawClient.code(this.client.searchVersion1("never-issued", "tree"))).isEqualTo("AUTH-021");
		String token = token("Token");
		this.server.advanceClock(Duration.ofMinutes(30));
		assertThat(RawClient.code(this.client.searchVersion1(token, "tree"))).isEqualTo("AUTH-012");
		this.server.revoke(token);
		assertThat(RawClient.code(this.client.searchVersion1(token, "tree"))).isEqualTo("AUTH-021");
	}

	@Test
	void whenVersion1HasConventionalRequestKeyThenRequestIsInvalid() throws Exception {
		JsonNode envelope = this.client.call("/v1/search/SearchForImages", token("Token"), "SearchForImagesRequestBody",
				Map.of());
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
	}

	private String token(String field) throws Exception {
		return RawClient.token(this.client.createSession(), field);
	}

}
