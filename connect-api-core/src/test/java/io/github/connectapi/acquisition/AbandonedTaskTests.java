package io.github.connectapi.acquisition;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the log lines about threads that do not end.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class AbandonedTaskTests {

	@Test
	void whenAThreadIgnoresItsInterruptThenItIsLoggedASecondLater(CapturedOutput output) throws Exception {
		try (PoolFixture fixture = new PoolFixture(1, 100, 1000)) {
			RecordingTask hanging = RecordingTask.uninterruptible();
			AcquisitionPool.Ticket ticket = fixture.pool.requestCredentials(AcquisitionKind.LOGIN, hanging);
			hanging.awaitStart();
			hanging.interrupt();
			ticket.abandon();
			assertThat(output).doesNotContain("ignores its interrupt");
			fixture.time.advance(Duration.ofSeconds(1));

			assertThat(output).contains("Connect acquisition of a user ignores its interrupt; repair the code in which "
					+ "its thread runs: thread=getty-connect-credentials-1 in=\"the credentials provider\" abandoned=1");
			hanging.release(null);
		}
	}

	@Test
	void whenAThreadEndsAfterItsInterruptThenItIsNotLogged(CapturedOutput output) throws Exception {
		try (PoolFixture fixture = new PoolFixture(1, 100, 1000)) {
			RecordingTask hanging = RecordingTask.blocking();
			AcquisitionPool.Ticket ticket = fixture.execute(AcquisitionKind.LOGIN, "user", hanging);
			hanging.awaitStart();
			hanging.interrupt();
			ticket.abandon();
			await().until(() -> fixture.pool.running() + fixture.pool.abandoned() == 0);
			fixture.time.advance(Duration.ofSeconds(1));

			assertThat(output).doesNotContain("ignores its interrupt");
		}
	}

	@Test
	void whenAThreadStillRunsAfterTheCloseThenItIsLogged(CapturedOutput output) throws Exception {
		PoolFixture fixture = new PoolFixture(1, 100, 1000);
		RecordingTask hanging = RecordingTask.uninterruptible();
		fixture.execute(AcquisitionKind.LOGIN, "user", hanging);
		hanging.awaitStart();
		fixture.close();
		fixture.close();

		assertThat(output).containsOnlyOnce("Connect sessions closed, but a thread still runs: "
				+ "thread=getty-connect-users-1 in=\"an exchange of the client (");
		hanging.release(null);
	}

}
