package io.github.connectapi.integration.jvm;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The library and the fake server in locales with digits and letters of their own, and
 * with other default charsets.
 */
@Timeout(120)
class LocaleTests {

	private static final List<String> LANGUAGE_TAGS = List.of("ar-EG", "fa-IR", "tr-TR", "bn-BD",
			"th-TH-u-ca-buddhist-nu-thai", "ja-JP-u-ca-japanese", "lt-LT", "und");

	@Test
	void whenTheLocaleDiffersThenResultsAndFailuresAreTheSame() throws Exception {
		List<String> lines = run("-Duser.language=ar", "-Duser.country=EG", "-Dfile.encoding=ISO-8859-1");
		String expected = lines.stream()
			.filter((line) -> line.startsWith("und: "))
			.findFirst()
			.orElseThrow(() -> new AssertionError(lines))
			.substring(3);
		assertThat(expected).startsWith(": [true, ").contains("INTERNALERROR").contains("Optional[PT1H]");
		assertThat(lines).containsSubsequence(LANGUAGE_TAGS.stream().map((tag) -> tag + expected).toList());
	}

	private static List<String> run(String... options) throws Exception {
		List<String> arguments = new ArrayList<>(List.of("-cp", JavaProgram.classPath()));
		arguments.addAll(List.of(options));
		arguments.add(SessionProgram.class.getName());
		arguments.addAll(LANGUAGE_TAGS);
		return JavaProgram.run(arguments);
	}

}
