package io.github.connectapi.test.oauth2;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class TokenEndpointTests {

	private static final String KEY = "client_id=fake-key&client_secret=fake-secret&";

	private static final String PASSWORD = KEY + "grant_type=password&username=fake-user&password=fake-user-password";

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).lockAccountAfter(1).start();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenClientLogsInThenTokenIsOfApplicationWithoutRefreshToken() throws Exception {
		JsonNode token = RawClient.json(post("/oauth2/token", KEY + "grant_type=client_credentials"));
		assertThat(token.propertyNames()).containsExactly("access_token", "token_type", "expires_in");
		assertThat(token.path("expires_in").asInt()).isEqualTo(1800);
		assertThat(this.server.accepts(token.path("access_token").asString())).isTrue();
	}

	@Test
	void whenUserLogsInThenRefreshTokenCanBeUsedTwice() throws Exception {
		String refreshToken = RawClient.json(post("/oauth2/token/", PASSWORD)).path("refresh_token").asString();
		assertThat(refresh(refreshToken).statusCode()).isEqualTo(200);
		assertThat(refresh(refreshToken).statusCode()).isEqualTo(200);
	}

	@Test
	void whenPasswordChangesThenRefreshTokenIsInvalid() throws Exception {
		String refreshToken = RawClient.json(post("/oauth2/token", PASSWORD)).path("refresh_token").asString();
		this.server.accounts().changeUserPassword("fake-user", "another");
		assertError(refresh(refreshToken), 400, "invalid_grant");
	}

	@Test
	void whenRefreshTokensAreRevokedThenAccessTokensRemainValid() throws Exception {
		JsonNode token = RawClient.json(post("/oauth2/token", PASSWORD));
		this.server.revokeRefreshTokens();
		assertError(refresh(token.path("refresh_token").asString()), 400, "invalid_grant");
		assertThat(this.server.accepts(token.path("access_token").asString())).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "client_id=x&client_secret=fake-secret&grant_type=client_credentials,401,invalid_client",
			"grant_type=client_credentials,401,invalid_client",
			"client_id=fake-key&client_secret=fake-secret&grant_type=password&username=x&password=y,400,unauthorized_client",
			"client_id=fake-key&client_secret=fake-secret&grant_type=refresh_token&refresh_token=x,400,invalid_grant",
			"client_id=fake-key&client_secret=fake-secret&grant_type=any,400,unsupported_grant_type",
			"client_id=fake-key&client_secret=fake-secret,400,unsupported_grant_type" })
	void whenRequestIsNotValidThenErrorHasCodeOfOAuth2(String form, int status, String code) throws Exception {
		assertError(post("/oauth2/token", form), status, code);
	}

	@Test
	void whenAccountIsLockedThenClientIsUnauthorized() throws Exception {
		post("/oauth2/token", KEY + "grant_type=password&username=fake-user&password=wrong");
		assertError(post("/oauth2/token", PASSWORD), 400, "unauthorized_client");
	}

	@Test
	void whenTokenIsRequestedThenSecretsAreNotRecorded() throws Exception {
		post("/oauth2/token", PASSWORD);
		assertThat(this.server.requests(FakeConnectServer.TOKEN_REQUEST)).singleElement()
			.satisfies((request) -> assertThat(request.body()).contains("\"client_id\":\"fake-key\"")
				.doesNotContain("fake-secret", "fake-user-password"));
	}

	private HttpResponse<String> refresh(String refreshToken) throws Exception {
		String encoded = URLEncoder.encode(refreshToken, StandardCharsets.UTF_8);
		return post("/oauth2/token", KEY + "grant_type=refresh_token&refresh_token=" + encoded);
	}

	private HttpResponse<String> post(String path, String form) throws Exception {
		return RawClient.HTTP.send(HttpRequest.newBuilder(URI.create(this.server.baseUrl() + path))
			.timeout(Duration.ofSeconds(20))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form))
			.build(), BodyHandlers.ofString());
	}

	private static void assertError(HttpResponse<String> response, int status, String code) {
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(RawClient.json(response).path("error").asString()).isEqualTo(code);
	}

}
