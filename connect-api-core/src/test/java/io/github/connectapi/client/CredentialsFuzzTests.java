package io.github.connectapi.client;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithLength;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.json.JsonCodec;
import io.github.connectapi.Secret;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Arbitrary text as a credential or a token of a request.
 */
class CredentialsFuzzTests {

	private static final JsonMapper JSON = new JsonMapper();

	private static final JsonCodec CODEC = ExchangeFactory.createSessionCodec();

	static Stream<Arguments> values() {
		return Stream
			.of("fake-system-password", "p\"\\\r\n=+/|#", "pass\u20ac\ud83d\ude00", "\u0000\u001f\u007f", "\u2028",
					"</script>", "\\u0041", " a ", " ", "", "\ud800", "a\ude00\ud83d", "x".repeat(2000))
			.flatMap((value) -> Stream.of(SessionOperation.values())
				.map((operation) -> Arguments.of(operation, value.toCharArray())));
	}

	@MethodSource("values")
	@FuzzTest
	void whenACredentialIsSentThenItIsUnchanged(@NotNull SessionOperation operation,
			char @NotNull @WithLength(max = 2500) [] characters) {
		String value = new String(characters);
		ConnectCredentials credentials;
		try {
			credentials = ConnectCredentials.of(value, value, value, value);
		}
		catch (IllegalArgumentException ex) {
			assertThat(value).isBlank();
			assertThat(ex).hasNoCause();
			assertThat(ex.getMessage()).hasSizeLessThan(100);
			return;
		}
		byte[] body = CODEC.encode(new JsonCodec.RequestHeader(credentials.systemPassword(), ResponseFixture.ID, null),
				operation.operation(),
				Map.of("SystemId", credentials.systemId(), "SystemPassword", credentials.systemPassword().reveal(),
						"UserName", credentials.userName().orElseThrow(), "UserPassword",
						credentials.userPassword().map(Secret::reveal).orElseThrow()));
		JsonNode request = JSON.readTree(body);
		assertThat(request.at("/RequestHeader/Token").stringValue()).isEqualTo(value);
		JsonNode fields = request.path(operation.operation().requestKey().orElseThrow());
		assertThat(fields.size()).isEqualTo(4);
		assertThat(fields).allSatisfy((field) -> assertThat(field.stringValue()).isEqualTo(value));
		assertThat(new String(body, StandardCharsets.UTF_8).chars()).noneMatch((each) -> each < ' ');
	}

}
