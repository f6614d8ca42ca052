package io.github.connectapi.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.Secret;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Responses of a token endpoint.
 */
class TokenResponseTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private static final ConnectCredentials CREDENTIALS = ConnectCredentials
		.ofOAuth2Application(FakeConnectServerBuilder.API_KEY, FakeConnectServerBuilder.API_SECRET);

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final ConnectClient client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl()))
		.tokenUri(TokenUri.of(this.server.tokenUri()))
		.build();

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "30", "\"30\"", "\" 30 \"" })
	void whenTheLifetimeIsANumberOrATextThenItIsInSeconds(String expiresIn) {
		ConnectSession session = read(token(expiresIn));
		assertThat(session.lifetime()).isEqualTo(Duration.ofSeconds(30));
		assertThat(session.token().reveal()).isEqualTo("t");
		assertThat(session.secureToken()).isEmpty();
		assertThat(session.refreshToken()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "0", "-1", "30.5", "1e3", "86401", "99999999999999999999", "\"\"", "\"soon\"",
			"true", "[30]", "{}" })
	void whenTheLifetimeIsNotUsableThenTheResponseIsInvalid(String expiresIn) {
		assertInvalid(token(expiresIn));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"expires_in\":30}", "{\"access_token\":null,\"expires_in\":30}",
			"{\"access_token\":\"\",\"expires_in\":30}", "{\"access_token\":\" \",\"expires_in\":30}",
			"{\"access_token\":7,\"expires_in\":30}", "{\"access_token\":\"a\\nb\",\"expires_in\":30}",
			"{\"access_token\":\"t\"}", "{\"access_token\":\"t\",\"expires_in\":30,\"token_type\":\"mac\"}",
			"{\"access_token\":\"t\",\"expires_in\":30,\"token_type\":7}",
			"{\"access_token\":\"t\",\"expires_in\":30,\"token_type\":{}}",
			"{\"access_token\":\"t\",\"expires_in\":30,\"refresh_token\":\"\"}",
			"{\"access_token\":\"t\",\"expires_in\":30,\"refresh_token\":[]}" })
	void whenAFieldIsNotUsableThenTheResponseIsInvalid(String body) {
		assertInvalid(body);
	}

	@Test
	void whenTheTokenHas16KibThenItIsAcceptedAndNotALongerOne() {
		String token = "x".repeat(16 * 1024);
		assertThat(read("{\"access_token\":\"%s\",\"expires_in\":30}".formatted(token)).token().reveal())
			.isEqualTo(token);
		assertInvalid("{\"access_token\":\"%sx\",\"expires_in\":30}".formatted(token));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "7", "<html></html>", "{", "{}{}", "{\"access_token\":\"t\"",
			"{\"access_token\":\"t\",\"access_token\":\"u\",\"expires_in\":30}" })
	void whenTheBodyIsNotAnObjectThenTheFailureIsTransient(String body) {
		assertThat(failure(Fault.status(200).body("application/json", body)))
			.isExactlyInstanceOf(ConnectProtocolException.class)
			.matches(ConnectApiException::isTransient);
	}

	@ParameterizedTest
	@CsvSource({ "400,invalid_client", "401,invalid_client", "400,unauthorized_client", "403,unauthorized_client",
			"400,invalid_grant", "400,account_locked" })
	void whenTheErrorIsPermanentThenTheCredentialsAreRejected(int status, String error) {
		Fault fault = Fault.error(error, "text").httpStatus(status);
		assertThat(failure(fault)).isExactlyInstanceOf(ConnectCredentialsRejectedException.class)
			.matches((failure) -> error.equals(failure.code().orElseThrow()));
		this.server.enqueue(FakeConnectServer.TOKEN_REQUEST, fault);
		assertThatExceptionOfType(ConnectTokenRejectedException.class)
			.isThrownBy(() -> this.client.refreshToken(Secret.of("refresh"), CREDENTIALS, TIMEOUT));
	}

	@ParameterizedTest
	@ValueSource(ints = { 408, 429, 500, 502, 503 })
	void whenTheServerIsDownThenTheFailureIsTransient(int status) {
		assertThat(failure(Fault.status(status))).isExactlyInstanceOf(ConnectUnavailableException.class)
			.matches(ConnectApiException::isTransient);
		assertThat(failure(Fault.error("invalid_client", null).httpStatus(status)))
			.matches((failure) -> failure.isTransient() == (status == 429 || status >= 500));
	}

	@ParameterizedTest
	@ValueSource(ints = { 403, 429 })
	void whenThereAreTooManyRequestsThenTheFailureIsTransient(int status) {
		assertThat(failure(Fault.status(status)
			.header("X-Error-Detail", "Account Over Queries Per Second Limit")
			.body("application/json", "{\"message\":\"Too Many Requests\"}")))
			.isExactlyInstanceOf(ConnectUnavailableException.class)
			.matches((failure) -> failure.failure().isOverRate());
	}

	@Test
	void whenThereAreTooManyRequestsThenTheCodeOfTheBodyIsIgnored() {
		assertThat(failure(Fault.error("unauthorized_client", "no")
			.httpStatus(403)
			.header("X-Error-Detail", "Account Over Queries Per Second Limit")))
			.isExactlyInstanceOf(ConnectUnavailableException.class)
			.matches((failure) -> failure.failure().isOverRate());
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"\"", "\" \"", "null" })
	void whenTheErrorIsBlankThenTheTokenIsUsed(String error) {
		assertThat(read("{\"access_token\":\"t\",\"expires_in\":30,\"error\":%s}".formatted(error)).token().reveal())
			.isEqualTo("t");
	}

	@Test
	void whenALoginIsRefusedWithoutACodeThenTheCredentialsAreRejected() {
		assertThat(failure(Fault.status(400).body("application/json", "{}")))
			.isInstanceOf(ConnectCredentialsRejectedException.class);
	}

	@Test
	void whenTheServerRepeatsASecretThenItIsNotShown() {
		ConnectApiException failure = failure(
				Fault.error("invalid_client", "wrong: fake-secret of fake-key").header("x-amzn-requestid", "id-7"));
		assertThat(failure).hasMessageContaining("(request id id-7)")
			.hasMessageNotContaining("fake-secret")
			.hasMessageNotContaining("fake-key");
	}

	@Test
	void whenTheServerRedirectsThenNothingIsSentThere() {
		assertThat(failure(Fault.redirect(307, this.server.tokenUri() + "/"))).isNotNull();
		assertThat(this.server.count(FakeConnectServer.TOKEN_REQUEST)).isOne();
	}

	@Test
	void whenBytesOfAResponseAreCorruptThenOnlyConnectApiExceptionsAreThrown() {
		Random random = new Random(6749);
		byte[] body = token("30").getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < 200; i++) {
			byte[] damaged = body.clone();
			for (int j = random.nextInt(4); j >= 0; j--) {
				damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
			}
			this.server.enqueue(FakeConnectServer.TOKEN_REQUEST, Fault.status(200).body("application/json", damaged));
			try {
				this.client.requestToken(CREDENTIALS, TIMEOUT);
			}
			catch (ConnectApiException ex) {
				// Expected.
			}
		}
		assertThat(this.server.count(FakeConnectServer.TOKEN_REQUEST)).isEqualTo(200);
	}

	@Test
	void whenTheCredentialsAreNotOfOAuth2ThenNothingIsSent() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> this.client.requestToken(ConnectCredentials.ofApplication("a", "b"), TIMEOUT));
		assertThat(this.server.requests()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "http://example.com/token,https://", "https://user:secret@example.com/token,user name",
			"https://example.com/token?secret=x,query", "https://example.com/token#secret,fragment",
			"ftp://example.com/token,https://", "token,https://", "https:///token,host",
			"https://example.com:0/token,port", "https://example.com:70000/token,port",
			"https://example.com/a/../token,dot segments", "https://example.com/a/%2E%2E/token,dot segments",
			"https://example.com/a%2Ftoken,encoded slashes", "https://example.com//token,empty segments",
			"https://example.com/tökén,ASCII", "'https://exa mple.com/secret',not a URI" })
	void whenTheTokenUriIsInvalidThenTheFailureSaysWhy(String uri, String reason) {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> TokenUri.of(uri))
			.withMessageContaining(reason)
			.matches((failure) -> !String.valueOf(failure.getMessage()).contains("secret="))
			.withNoCause();
	}

	private static String token(String expiresIn) {
		return "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":%s}".formatted(expiresIn);
	}

	private ConnectSession read(String body) {
		this.server.enqueue(FakeConnectServer.TOKEN_REQUEST, Fault.status(200).body("application/json", body));
		return this.client.requestToken(CREDENTIALS, TIMEOUT);
	}

	private void assertInvalid(String body) {
		assertThat(failure(Fault.status(200).body("application/json", body)))
			.isExactlyInstanceOf(ConnectProtocolException.class)
			.matches((failure) -> !failure.isTransient());
	}

	private ConnectApiException failure(Fault fault) {
		this.server.enqueue(FakeConnectServer.TOKEN_REQUEST, fault);
		return catchThrowableOfType(ConnectApiException.class, () -> this.client.requestToken(CREDENTIALS, TIMEOUT));
	}

}
