package io.github.connectapi.client;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectStatus;
import io.github.connectapi.LogSanitizer;

import static io.github.connectapi.client.ResponseFixture.entry;
import static io.github.connectapi.client.ResponseFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The class is in the root package. The tests are here because they read responses with
 * the fixture of this package.
 */
class LogSanitizerTests {

	/**
	 * In JSON: line breaks, a color, a line separator, an override, a lone surrogate.
	 */
	private static final String ODD = "a\\r\\nb\\u001b[31m\\u2028\\u2029\\u0085\\u202e\\u0000\\ud800z";

	private static final String ESCAPED = "a\\u000d\\u000ab\\u001b[31m\\u2028\\u2029\\u0085\\u202e\\u0000\\ud800z";

	@ParameterizedTest
	@CsvSource({ "plain text,plain text", "Zoë €,Zoë €", "日本語,日本語", "😀,😀" })
	void whenTextIsVisibleThenItIsKept(String text, String expected) {
		assertThat(LogSanitizer.sanitize(text)).isEqualTo(expected);
	}

	@Test
	void whenTextIsLongThenItIsTruncated() {
		assertThat(LogSanitizer.sanitize("x".repeat(200))).isEqualTo("x".repeat(200));
		assertThat(LogSanitizer.sanitize("x".repeat(201))).isEqualTo("x".repeat(200) + "…");
	}

	@Test
	void whenTextIsTruncatedThenNoSurrogatePairIsSplit() {
		assertThat(LogSanitizer.sanitize("😀".repeat(201))).isEqualTo("😀".repeat(200) + "…");
	}

	@Test
	void whenAMessageHasControlCharactersThenTheyAreEscapedInTheStatus() {
		assertThat(failureSaying(ODD).failure().statuses())
			.containsExactly(new ConnectStatus("Error", "SystemError", ESCAPED));
	}

	@Test
	void whenAMessageHasControlCharactersThenTheyAreEscapedInTheException() {
		assertThat(failureSaying(ODD).getMessage()).contains(ESCAPED)
			.doesNotContainPattern("\\p{Cntrl}|\\u2028|\\u2029");
	}

	@Test
	void whenAMessageIsVeryLongThenItIsTruncated() {
		ConnectApiException failure = failureSaying("x".repeat(10_000));
		assertThat(failure.getMessage()).hasSizeLessThan(400).contains("x".repeat(200) + "…");
		assertThat(failure.failure().statuses().get(0).message()).hasSize(201);
	}

	@Test
	void whenTypeAndCodeHaveControlCharactersThenTheyAreEscaped() {
		String list = "[" + entry("Er\\nror", "Co\\nde", "m") + "]";
		ConnectApiException failure = failure(ResponseFixture.envelope(ResponseFixture.header("error", list), "null"));
		assertThat(failure.failure().statuses()).containsExactly(new ConnectStatus("Er\\u000aror", "Co\\u000ade", "m"));
		assertThat(failure.code()).hasValue("Co\\u000ade");
	}

	private static ConnectApiException failureSaying(String json) {
		String list = "[" + entry("Error", "SystemError", json) + "]";
		return failure(ResponseFixture.envelope(ResponseFixture.header("error", list), "null"));
	}

}
