package io.github.connectapi;

import java.util.concurrent.atomic.AtomicInteger;

import org.apache.commons.logging.Log;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

class ErrorSuppressingLogTests {

	@Test
	void whenTheLoggingSystemCannotStartThenLaterLinesAreWritten() {
		Log created = mock(Log.class);
		AtomicInteger attempts = new AtomicInteger();
		ErrorSuppressingLog log = new ErrorSuppressingLog(() -> {
			if (attempts.incrementAndGet() <= 2) {
				throw new NoClassDefFoundError("half a deployment");
			}
			return created;
		});

		assertThatNoException().isThrownBy(() -> log.info("lost"));
		assertThat(log.isDebugEnabled()).isFalse();
		log.info("first");
		log.info("second");
		then(created).should().info("first");
		then(created).should().info("second");
		assertThat(attempts).hasValue(3);
	}

}
