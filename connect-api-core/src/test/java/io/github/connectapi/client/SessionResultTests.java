package io.github.connectapi.client;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectSession;

import static io.github.connectapi.client.ResponseFixture.failure;
import static io.github.connectapi.client.ResponseFixture.read;
import static io.github.connectapi.client.ResponseFixture.success;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * AccountId, SecureToken, Token and TokenDurationMinutes of a session result.
 */
class SessionResultTests {

	/** With the length and the characters of a token of the real server. */
	private static final String TOKEN = "aB3+/=|#".repeat(43);

	@ParameterizedTest
	@EnumSource
	void whenAllFieldsArePresentThenAllAreRead(SessionOperation operation) {
		String result = "{\"AccountId\":\"1000001\",\"SecureToken\":\"S" + TOKEN + "\",\"Token\":\"" + TOKEN
				+ "\",\"TokenDurationMinutes\":30}";
		assertThat(read(operation, 200,
				ResponseFixture.envelope(operation, ResponseFixture.header("Success", "[]"), result)))
			.isEqualTo(ConnectSession.of(TOKEN, Duration.ofMinutes(30))
				.withSecureToken("S" + TOKEN)
				.withAccountId("1000001"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\"AccountId\":null,", "\"AccountId\":\"\",", "\"AccountId\":\"  \"," })
	void whenThereIsNoAccountThenTheSessionHasNone(String account) {
		assertThat(session(account).accountId()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "'\"1000001\"',1000001", "1000001,1000001", "'\"a-B_c\"',a-B_c" })
	void whenTheAccountIsATextOrANumberThenItIsRead(String json, String account) {
		assertThat(session("\"AccountId\":" + json + ",").accountId()).hasValue(account);
	}

	@ParameterizedTest
	@ValueSource(strings = { "two words", "line\\nbreak", "\\u0000", "\\u001b[31m", "a\\u2028", "\\u202e" })
	void whenTheAccountIsNotAValidIdThenTheResponseIsInvalid(String account) {
		assertInvalid("{\"AccountId\":\"" + account + "\",\"Token\":\"t\",\"TokenDurationMinutes\":30}", "AccountId");
	}

	@Test
	void whenTheAccountIsVeryLongThenTheResponseIsInvalid() {
		assertThat(session("\"AccountId\":\"" + "a".repeat(256) + "\",").accountId()).isPresent();
		assertInvalid("{\"AccountId\":\"" + "a".repeat(257) + "\",\"Token\":\"t\",\"TokenDurationMinutes\":30}",
				"AccountId");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\"SecureToken\":null,", "\"SecureToken\":\"\"," })
	void whenThereIsNoSecureTokenThenTheSessionHasNone(String secureToken) {
		assertThat(session(secureToken).secureToken()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "\"\"", "\"  \"", "12345", "true", "{}", "[\"t\"]", "\"line\\nbreak\"",
			"\"a\\rb\"", "\"a\\u00a0b\"", "\"\\u3000\"", "\"tab\\tbed\"", "\"two words\"", "\"\\u0000\"",
			"\"\\u001b[31m\"", "\"\\u2028\"", "\"\\u200b\"", "\"\\ud800\"" })
	void whenTheTokenIsNotAValidTokenThenTheResponseIsInvalid(String token) {
		assertInvalid("{\"SecureToken\":\"s\",\"Token\":" + token + ",\"TokenDurationMinutes\":30}", "Token");
	}

	@ParameterizedTest
	@ValueSource(strings = { "12345", "true", "{}", "[\"t\"]", "\"line\\nbreak\"", "\"two words\"", "\"\\u0000\"",
			"\"a\\u2028\"" })
	void whenTheSecureTokenIsNotAValidTokenThenTheResponseIsInvalid(String token) {
		assertInvalid("{\"SecureToken\":" + token + ",\"Token\":\"t\",\"TokenDurationMinutes\":30}", "SecureToken");
	}

	@Test
	void whenTheTokenIsAbsentThenTheResponseIsInvalid() {
		assertInvalid("{\"SecureToken\":\"s\",\"TokenDurationMinutes\":30}", "Token is missing");
	}

	@Test
	void whenBothTokensAreOfMaximumLengthThenTheyAreRead() {
		String longest = TOKEN.repeat(48).substring(0, 16 * 1024);
		ConnectSession session = read(success(
				"{\"SecureToken\":\"" + longest + "\",\"Token\":\"" + longest + "\",\"TokenDurationMinutes\":30}"));
		assertThat(session.token().reveal()).isEqualTo(longest);
		assertThat(session.secureToken().orElseThrow().reveal()).isEqualTo(longest);
	}

	@ParameterizedTest
	@ValueSource(ints = { 16 * 1024 + 1, 60_000 })
	void whenATokenIsTooLongThenTheResponseIsInvalid(int length) {
		String tooLong = "t".repeat(length);
		assertInvalid("{\"Token\":\"" + tooLong + "\",\"TokenDurationMinutes\":30}",
				": Token is longer than 16384 characters (");
		assertInvalid("{\"SecureToken\":\"" + tooLong + "\",\"Token\":\"t\",\"TokenDurationMinutes\":30}",
				": SecureToken is longer than 16384 characters (");
	}

	@ParameterizedTest
	@CsvSource({ "30,30", "1,1", "1440,1440", "'\"30\"',30", "'\"1\"',1", "'\"1440\"',1440", "'\" 30 \"',30",
			"'\"030\"',30" })
	void whenTheDurationIsAWholeNumberThenItIsTheLifetime(String json, long minutes) {
		assertThat(read(duration(json)).lifetime()).isEqualTo(Duration.ofMinutes(minutes));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "-30", "30.5", "30.0", "3e1", "1441", "9999", "10000", "2147483648",
			"9223372036854775808", "\"0\"", "\"-30\"", "\"+30\"", "\"30.5\"", "\"1441\"", "\"99999999999999999999\"",
			"\"abc\"", "\"30 minutes\"", "\"0x1e\"", "\"\\u0663\\u0660\"", "\"\"", "\" \"", "null", "true", "{}",
			"[30]" })
	void whenTheDurationIsNotAWholeNumberUpToADayThenTheResponseIsInvalid(String json) {
		ConnectApiException failure = failure(duration(json));
		assertThat(failure).isExactlyInstanceOf(ConnectProtocolException.class)
			.hasMessageContaining("TokenDurationMinutes");
		assertThat(failure.isTransient()).isFalse();
	}

	@Test
	void whenTheDurationIsAbsentThenTheResponseIsInvalid() {
		assertInvalid("{\"Token\":\"t\"}", "TokenDurationMinutes is missing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "\"text\"", "[]", "7" })
	void whenTheResultIsNotAnObjectThenTheResponseIsInvalid(String result) {
		assertInvalid(result, "CreateSessionResult is missing");
	}

	@Test
	void whenTheResponseIsInvalidThenTheFailureContainsOperationAndCoordinationId() {
		ConnectApiException failure = failure(SessionOperation.RENEW_SESSION, 200, ResponseFixture
			.envelope(SessionOperation.RENEW_SESSION, ResponseFixture.header("success", "[]"), "{}"));
		assertThat(failure).hasMessageContaining("RenewSession").hasMessageContaining(ResponseFixture.ID);
		assertThat(failure.operation()).hasValue("RenewSession");
		assertThat(failure.coordinationId()).hasValue(ResponseFixture.ID);
	}

	private static ConnectSession session(String firstField) {
		return read(success("{" + firstField + "\"Token\":\"t\",\"TokenDurationMinutes\":30}"));
	}

	private static String duration(String json) {
		return success("{\"Token\":\"t\",\"TokenDurationMinutes\":" + json + "}");
	}

	private static void assertInvalid(String result, String reason) {
		ConnectApiException failure = failure(success(result));
		assertThat(failure).isExactlyInstanceOf(ConnectProtocolException.class).hasMessageContaining(reason);
		assertThat(failure.isTransient()).isFalse();
	}

}
