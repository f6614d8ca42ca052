package io.github.connectapi.client;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.InRange;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithLength;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.connectapi.ConnectApiException;

/**
 * Arbitrary bytes as the body of a response.
 */
class ResponseFuzzTests {

	static Stream<Arguments> responses() {
		String odd = "[" + ResponseFixture.entry("Warning", "a", "\\u2028\\u001b[31m") + ",{},7,"
				+ ResponseFixture.entry("Error", "InternalError", "\\ud800") + "]";
		Stream<Arguments> successes = Stream
			.of("{\"AccountId\":1,\"Token\":\"t\",\"TokenDurationMinutes\":\" 030 \",\"New\":[{}]}",
					"{\"Token\":\"a\\u00a0b\",\"TokenDurationMinutes\":30}",
					"{\"Token\":\"t\",\"TokenDurationMinutes\":0}", "{\"Token\":\"t\",\"TokenDurationMinutes\":1441}",
					"{\"Token\":[],\"TokenDurationMinutes\":1e3}")
			.map((result) -> ResponseFixture.envelope(ResponseFixture.header("Warning", odd), result))
			.map((body) -> response(SessionOperation.CREATE_SESSION, 200, body));
		return Stream.concat(successes,
				Stream.of(SessionOperation.values())
					.flatMap((operation) -> Stream.of(response(operation, 200, ResponseFixture.success(operation)),
							response(operation, 200, ResponseFixture.error(operation, "InvalidUsernameOrPassword")),
							response(operation, 500,
									ResponseFixture.envelope(operation, ResponseFixture.header("error", odd), "null")),
							response(operation, 404, "<html>\n<h1>404</h1></html>"), response(operation, 200, ""))));
	}

	private static Arguments response(SessionOperation operation, int status, String body) {
		return Arguments.of(operation, status, body.getBytes(StandardCharsets.UTF_8));
	}

	/** In the syntax of a libFuzzer dictionary, which needs double backslashes. */
	@DictionaryEntries({ "ResponseHeader", "Status", "StatusList", "Type", "Code", "Message", "CoordinationId", "Token",
			"SecureToken", "AccountId", "TokenDurationMinutes", "success", "error", "\\\\u0000", "\\\\ud800", "1440",
			"1e3", "null" })
	@MethodSource("responses")
	@FuzzTest
	void whenArbitraryBytesAreReturnedThenThereIsASessionOrAConnectApiException(@NotNull SessionOperation operation,
			@InRange(min = 100, max = 999) int status, byte @NotNull @WithLength(max = 2000) [] body) {
		try {
			Guarantees.session(ResponseFixture.read(operation, status, body));
		}
		catch (ConnectApiException ex) {
			Guarantees.failure(ex);
		}
	}

}
