package io.github.connectapi.user;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The heap and the threads that many users need.
 */
@Timeout(300)
class UserHeapTests {

	private static final int MAX_BYTES = 2048;

	private static final Pattern RESULT = Pattern.compile("users=(\\d+) threads=(\\d+) bytes=(\\d+)");

	@Test
	void whenThereAreManyUsersThenEachNeedsLittleHeapAndNoThread() throws Exception {
		Process process = UserHeapProcess.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		Matcher result = RESULT.matcher(output);

		assertThat(process.waitFor()).isZero();
		assertThat(result.find()).as(output).isTrue();
		assertThat(result.group(1)).isEqualTo(String.valueOf(UserHeapProcess.USERS + 1));
		assertThat(Integer.parseInt(result.group(2))).as("threads").isLessThan(60);
		assertThat(Integer.parseInt(result.group(3))).as("bytes of a user").isLessThanOrEqualTo(MAX_BYTES);
	}

	@Test
	void whenManyKeysAreMadeUpThenASmallHeapIsEnoughAndUsersAreServed() throws Exception {
		Process process = MadeUpKeysProcess.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

		assertThat(process.waitFor()).isZero();
		assertThat(output).contains("refused=%s served=%s users=%2$s backoffs=0 logins=%2$s"
			.formatted(MadeUpKeysProcess.KEYS, MadeUpKeysProcess.USERS));
	}

}
