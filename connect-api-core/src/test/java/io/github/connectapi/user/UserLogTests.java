package io.github.connectapi.user;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * The key of a user in the log, which may come from a request.
 */
@ExtendWith(OutputCaptureExtension.class)
class UserLogTests {

	private static final String KEY = "first\nINFO forged line";

	private final Logger logger = (Logger) LoggerFactory.getLogger(ConnectSessions.class);

	private final UsersFixture fixture = new UsersFixture();

	@AfterEach
	void close() {
		this.logger.setLevel(null);
		this.fixture.close();
	}

	@Test
	void whenAKeyHasALineBreakThenItIsEscaped(CapturedOutput output) {
		this.logger.setLevel(Level.DEBUG);
		catchThrowable(() -> this.fixture.user(KEY).getSession());
		// It is published on the thread of the acquisition.
		await().untilAsserted(() -> assertThat(output).contains("key=first\\u000aINFO forged line event="));
	}

	@Test
	void whenTheLevelIsInfoThenThereIsNoKey(CapturedOutput output) {
		this.logger.setLevel(Level.INFO);
		catchThrowable(() -> this.fixture.user(KEY).getSession());
		this.fixture.close();
		assertThat(output).doesNotContain("forged");
	}

}
