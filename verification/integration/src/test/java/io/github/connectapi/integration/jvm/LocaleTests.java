package io.github.connectapi.integration.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

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
			"th-TH-u-ca-buddhist-nu-thai", "ja-JP-u-ca-japanese", "und");

	@Test
	void whenTheLocaleHasOtherDigitsThenASessionIsCreatedAndRenewed() throws Exception {
		List<String> lines = run("-Duser.language=ar", "-Duser.country=EG", "-Dfile.encoding=ISO-8859-1");
		assertThat(lines).containsSubsequence(LANGUAGE_TAGS.stream().map((tag) -> tag + " works").toList());
	}

	private static List<String> run(String... options) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx128m", "-XX:TieredStopAtLevel=1",
						"-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
		command.addAll(List.of(options));
		command.add(SessionProgram.class.getName());
		command.addAll(LANGUAGE_TAGS);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().put("LC_ALL", "POSIX");
		Process process = builder.start();
		try {
			process.getOutputStream().close();
			List<String> lines = process.inputReader().lines().toList();
			assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
			return lines;
		}
		finally {
			process.destroyForcibly();
		}
	}

}
