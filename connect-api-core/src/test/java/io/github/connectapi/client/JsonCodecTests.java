package io.github.connectapi.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectProtocolException;

import static io.github.connectapi.client.ResponseFixture.RESULT;
import static io.github.connectapi.client.ResponseFixture.envelope;
import static io.github.connectapi.client.ResponseFixture.failure;
import static io.github.connectapi.client.ResponseFixture.header;
import static io.github.connectapi.client.ResponseFixture.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * The codec is strict where input is dangerous, and tolerant of unknown content.
 */
class JsonCodecTests {

	private static final String SUCCESS = ResponseFixture.success(RESULT);

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\n", "null", "true", "7", "\"text\"", "[]", "{}", "{\"ResponseHeader\":null}",
			"{\"ResponseHeader\":[]}", "{\"responseheader\":{}}", "{", "{\"ResponseHeader\":{\"Status\":\"succ",
			"{'ResponseHeader':{}}", "{\"ResponseHeader\":{},}", "// comment\n{}", "<html></html>", "NaN" })
	void whenTheBodyIsNotAnEnvelopeThenTheFailureIsTransient(String body) {
		assertMalformed(body.getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "{}", "null", "]", "}", "\"\"" })
	void whenTextFollowsThenTheResponseIsMalformed(String trailing) {
		assertMalformed((SUCCESS + trailing).getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void whenWhitespaceFollowsThenTheResponseIsAccepted() {
		assertThat(read(SUCCESS + " \r\n\t").token().reveal()).isEqualTo("token");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"Token\":\"t\",\"Token\":\"u\",\"TokenDurationMinutes\":30}",
			"{\"Token\":\"t\",\"TokenDurationMinutes\":30,\"New\":{\"a\":1,\"a\":1}}" })
	void whenTheResultHasADuplicateKeyThenTheResponseIsMalformed(String result) {
		assertMalformed(ResponseFixture.success(result).getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void whenTheEnvelopeHasADuplicateKeyThenTheResponseIsMalformed() {
		assertMalformed(
				envelope("{\"Status\":\"error\",\"Status\":\"success\"}", RESULT).getBytes(StandardCharsets.UTF_8));
		assertMalformed((SUCCESS.substring(0, SUCCESS.length() - 1) + ",\"CreateSessionResult\":" + RESULT + "}")
			.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void whenTheBodyIsNestedTooDeeplyThenTheResponseIsMalformed() {
		assertThat(read(withNew("[".repeat(31) + "]".repeat(31))).token().reveal()).isEqualTo("token");
		assertMalformed(withNew("[".repeat(32) + "]".repeat(32)).getBytes(StandardCharsets.UTF_8));
		assertMalformed("[".repeat(30_000).getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void whenANameOrANumberIsVeryLongThenTheResponseIsMalformed() {
		assertMalformed(withNew("1".repeat(1000)).getBytes(StandardCharsets.UTF_8));
		assertMalformed(SUCCESS.replace("\"Token\"", "\"" + "x".repeat(60_000) + "\":1,\"Token\"")
			.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void whenTheStatusListIsVeryLongThenOnlyTheFirstEntriesAreKept() {
		String entries = "{},".repeat(99) + "{}";
		assertThat(read(envelope(header("success", "[" + entries + "]"), RESULT)).token().reveal()).isEqualTo("token");
		assertThat(failure(envelope(header("error", "[{}," + entries + "]"), "null")).failure().statuses())
			.hasSize(100);
	}

	@Test
	void whenTheBodyStartsWithAByteOrderMarkThenItIsAccepted() {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		body.writeBytes(new byte[] { (byte) 0xef, (byte) 0xbb, (byte) 0xbf });
		body.writeBytes(SUCCESS.getBytes(StandardCharsets.UTF_8));
		assertThat(read(SessionOperation.CREATE_SESSION, 200, body.toByteArray()).token().reveal()).isEqualTo("token");
	}

	@Test
	void whenTheBodyIsNotUtf8ThenTheResponseIsMalformed() {
		assertMalformed(SUCCESS.replace("token", "tök").getBytes(StandardCharsets.ISO_8859_1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "null", "\"text\"", "true", "{\"a\":{\"b\":[1,2.5]}}", "[[],{}]" })
	void whenThereAreUnknownFieldsThenTheyAreIgnored(String value) {
		String unknown = "\"New\":" + value + ",";
		String body = "{" + unknown + "\"ResponseHeader\":{" + unknown + "\"Status\":\"success\",\"StatusList\":[{"
				+ unknown + "\"Type\":\"Information\"}]},\"CreateSessionResult\":{" + unknown
				+ "\"Token\":\"t\",\"TokenDurationMinutes\":30}}";
		assertThat(read(body).token().reveal()).isEqualTo("t");
	}

	@Test
	void whenFieldsAreInAnotherOrderThenTheyAreRead() {
		String body = "{\"CreateSessionResult\":" + RESULT + ",\"ResponseHeader\":" + header("success", "[]") + "}";
		assertThat(read(body)).isEqualTo(read(SUCCESS));
	}

	@Test
	void whenBytesOfAResponseAreCorruptThenOnlyConnectApiExceptionsAreThrown() {
		Random random = new Random(20151);
		byte[] body = SUCCESS.getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < 20_000; i++) {
			byte[] damaged = body.clone();
			for (int j = random.nextInt(4); j >= 0; j--) {
				damaged[random.nextInt((j == 0) ? 4 : damaged.length)] = (byte) random.nextInt();
			}
			assertThatCode(() -> {
				try {
					read(SessionOperation.CREATE_SESSION, 200, damaged);
				}
				catch (ConnectApiException ex) {
					// Expected.
				}
			}).doesNotThrowAnyException();
		}
	}

	private static String withNew(String value) {
		return SUCCESS.substring(0, SUCCESS.length() - 1) + ",\"New\":" + value + "}";
	}

	private static void assertMalformed(byte[] body) {
		ConnectApiException failure = failure(SessionOperation.CREATE_SESSION, 200, body);
		assertThat(failure).isExactlyInstanceOf(ConnectProtocolException.class);
		assertThat(failure.isTransient()).isTrue();
	}

}
