package io.github.connectapi.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.InRange;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithLength;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.HttpHeaders;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectSession;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Arbitrary bytes as the body of a response of a token endpoint.
 */
class TokenResponseFuzzTests {

	private static final int MAX_TOKEN_LENGTH = 16 * 1024;

	private static final ResponseReader READER = ExchangeFactory.createReader(InstantSource.fixed(ResponseFixture.NOW),
			() -> {
			});

	static Stream<Arguments> responses() {
		return Stream.of(TokenGrant.values())
			.flatMap((grant) -> Stream.of(response(grant, 200,
					"{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":\"1800\",\"refresh_token\":\"r\"}"),
					response(grant, 200, "{\"access_token\":\"t\",\"token_type\":\"mac\",\"expires_in\":1800}"),
					response(grant, 200, "{\"access_token\":\"a b\",\"expires_in\":1e3,\"refresh_token\":[]}"),
					response(grant, 200, "{\"access_token\":{},\"expires_in\":-1}"),
					response(grant, 200, "{\"error\":\"invalid_grant\",\"error_description\":\"\\u2028\\u001b[31m\"}"),
					response(grant, 401, "{\"error\":\"unauthorized_client\"}"),
					response(grant, 429, "{\"message\":\"Too Many Requests\"}"), response(grant, 404, "<html>"),
					response(grant, 200, "")));
	}

	private static Arguments response(TokenGrant grant, int status, String body) {
		return Arguments.of(grant, status, body.getBytes(StandardCharsets.UTF_8));
	}

	/** In the syntax of a libFuzzer dictionary, which needs double backslashes. */
	@DictionaryEntries({ "access_token", "token_type", "expires_in", "refresh_token", "error", "error_description",
			"Bearer", "invalid_client", "invalid_grant", "message", "\\\\u0000", "\\\\ud800", "86400", "1e3", "null" })
	@MethodSource("responses")
	@FuzzTest
	void whenArbitraryBytesAreReturnedThenThereIsATokenOrAConnectApiException(@NotNull TokenGrant grant,
			@InRange(min = 100, max = 999) int status, byte @NotNull @WithLength(max = 2000) [] body) {
		try {
			check(read(grant, status, body));
		}
		catch (ConnectApiException ex) {
			Guarantees.failure(ex);
		}
	}

	private static ConnectSession read(TokenGrant grant, int status, byte[] body) {
		RawResponse response = new RawResponse(URI.create("https://authentication.example.com/oauth2/token"), status,
				new HttpHeaders(), body, SecretRedactor.NONE);
		return READER.readToken(ExchangeContext.of(grant), response, ExchangeFactory.createSessionCodec(), true);
	}

	private static void check(ConnectSession session) {
		assertThat(session.lifetime()).isBetween(Duration.ofSeconds(1), Duration.ofDays(1));
		Guarantees.id(session.token().reveal(), MAX_TOKEN_LENGTH);
		session.refreshToken().ifPresent((token) -> Guarantees.id(token.reveal(), MAX_TOKEN_LENGTH));
		assertThat(session.toString()).doesNotContain("refresh");
	}

}
