package io.github.connectapi.test.rest;

import java.net.http.HttpResponse;
import java.time.Duration;

import io.github.connectapi.test.FakeConnectServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class RestAccessTests {

	private static final String IMAGE = "/v3/images/90000001";

	private static final String DOWNLOAD = "/v3/downloads/images/90000001?auto_download=false";

	private final RestFixture rest = new RestFixture();

	@AfterEach
	void close() {
		this.rest.close();
	}

	@Test
	void whenKeyIsMissingThenStatusIs401() throws Exception {
		HttpResponse<String> response = this.rest.get(IMAGE, null, this.rest.userToken());
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
		assertThat(RestFixture.header(response, "WWW-Authenticate")).isEmpty();
	}

	@Test
	void whenKeyIsWrongThenStatusIs403() throws Exception {
		HttpResponse<String> response = this.rest.get(IMAGE, "another-key", this.rest.userToken());
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.body()).isEqualTo("{\"message\":\"Forbidden\"}");
	}

	@Test
	void whenTokenIsMissingThenImagesAreFoundButNotDownloaded() throws Exception {
		assertThat(this.rest.get(IMAGE, null).statusCode()).isEqualTo(200);
		HttpResponse<String> response = this.rest.post(DOWNLOAD, null);
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(RestFixture.errorCode(response)).isEqualTo("AuthorizationTokenRequired");
		assertThat(RestFixture.header(response, "WWW-Authenticate")).startsWith("Bearer ")
			.contains("error=\"invalid_token\"", "missing");
	}

	@ParameterizedTest
	@ValueSource(strings = { IMAGE, "/v3/search/images/creative?phrase=tree", "/v3/search/images/editorial" })
	void whenTokenOfReadIsRevokedThenItIsInvalid(String path) throws Exception {
		String token = this.rest.userToken();
		this.rest.server.revokeAll();
		assertInvalidToken(this.rest.get(path, token));
	}

	@ParameterizedTest
	@ValueSource(strings = { DOWNLOAD, "/v2/download/90000001" })
	void whenTokenOfDownloadIsRevokedThenItIsInvalidAndNothingIsBought(String path) throws Exception {
		String token = this.rest.userToken();
		this.rest.server.revokeAll();
		assertInvalidToken(this.rest.post(path, token));
		assertThat(this.rest.server.downloadsUsed()).isZero();
	}

	@Test
	void whenTokenHasExpiredThenItIsInvalid() throws Exception {
		String token = this.rest.userToken();
		this.rest.server.advanceClock(Duration.ofMinutes(30));
		assertInvalidToken(this.rest.get(IMAGE, token));
		assertInvalidToken(this.rest.get(IMAGE, "any"));
	}

	@Test
	void whenTokenIsOfApplicationThenItReadsButDoesNotDownload() throws Exception {
		String token = this.rest.applicationToken();
		assertThat(this.rest.get(IMAGE, token).statusCode()).isEqualTo(200);
		HttpResponse<String> response = this.rest.post(DOWNLOAD, token);
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(RestFixture.header(response, "WWW-Authenticate")).isEmpty();
		assertThat(this.rest.server.downloadsUsed()).isZero();
	}

	@Test
	void whenHttpsIsRequiredThenPlainHttpIsForbidden() throws Exception {
		try (RestFixture secure = new RestFixture(FakeConnectServer.builder().requireHttps(true).start())) {
			assertThat(secure.get(IMAGE, null).statusCode()).isEqualTo(403);
			assertThat(RestFixture.message(secure.post("/v2/download/90000001", "any")))
				.isEqualTo("A secure token cannot be passed over a non-SSL/TLS channel");
		}
	}

	@Test
	void whenResponseIsReturnedThenItHasNewRequestId() throws Exception {
		String first = RestFixture.header(this.rest.get(IMAGE, null), "x-amzn-requestid");
		String second = RestFixture.header(this.rest.get(IMAGE, null, null), "x-amzn-requestid");
		assertThat(first).isNotEmpty();
		assertThat(second).isNotEmpty().isNotEqualTo(first);
	}

	private static void assertInvalidToken(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(RestFixture.header(response, "WWW-Authenticate")).contains("error=\"invalid_token\"");
	}

}
