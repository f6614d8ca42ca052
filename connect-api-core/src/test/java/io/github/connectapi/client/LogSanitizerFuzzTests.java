package io.github.connectapi.client;

import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithLength;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.connectapi.LogSanitizer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Arbitrary text for a log, including unpaired surrogates. In this package because of
 * {@link Guarantees}.
 */
class LogSanitizerFuzzTests {

	static Stream<char[]> texts() {
		return Stream
			.of("", "plain text", "a\r\nb", "\u001b[31mred", "\u2028\u2029\u0085", "\u202egnp.exe", "\ud83d\ude00",
					"\ud800", "\udc00\ud800", "tab\tbed", "\u0000", "a\u00a0b", "\udb40\udc41", "x".repeat(201),
					"\u0000".repeat(300))
			.map(String::toCharArray);
	}

	@MethodSource("texts")
	@FuzzTest
	void whenAnyTextIsLoggedThenItIsOneShortLine(char @NotNull @WithLength(max = 300) [] characters) {
		String text = new String(characters);
		String line = LogSanitizer.sanitize(text);
		Guarantees.sanitize(line, 1601);
		if (text.length() <= 200 && text.chars().allMatch((each) -> each >= ' ' && each <= '~')) {
			assertThat(line).isEqualTo(text);
		}
		if (!text.isEmpty() && LogSanitizer.isVisible(text)) {
			Guarantees.id(text, text.length());
		}
	}

}
