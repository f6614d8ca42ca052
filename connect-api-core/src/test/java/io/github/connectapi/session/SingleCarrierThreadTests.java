package io.github.connectapi.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

import jdk.jfr.Recording;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * All virtual threads share one carrier thread: a thread that pins or blocks it stops all
 * others. Runs in a separate JVM, see the pom.
 */
@Tag("one-carrier")
@Timeout(60)
class SingleCarrierThreadTests {

	private static final int CALLERS = 200;

	@Test
	void whenTwoHundredThreadsShareOneCarrierThenItIsNotPinnedAndAllComplete() throws Exception {
		try (SessionFixture fixture = SessionFixture.withThreads(); Recording recording = VirtualThreads.record()) {
			ExecutorService callers = VirtualThreads.executor();
			assumeTrue("1".equals(System.getProperty("jdk.virtualThreadScheduler.maxPoolSize")),
					"There is more than one carrier thread");
			for (int round = 0; round < 5; round++) {
				fixture.server.enqueue("CreateSession", Fault.block());
				List<Future<ConnectSession>> results = getSessions(callers, fixture.manager);
				fixture.server.awaitRequests("CreateSession", round + 1, Duration.ofSeconds(10));
				fixture.server.unblock();
				for (Future<ConnectSession> result : results) {
					assertThat(result.get()).isNotNull();
				}
				fixture.time.suspend(Duration.ofHours(1));
			}
			assertThat(fixture.logins()).isEqualTo(5);
			assertThat(VirtualThreads.pinnedByLibrary(recording)).isEmpty();
			callers.shutdown();
		}
	}

	/** Half of the callers wait, the others use a dependent stage. */
	private static List<Future<ConnectSession>> getSessions(ExecutorService callers, ConnectSessionManager manager) {
		List<Future<ConnectSession>> results = new ArrayList<>();
		for (int caller = 0; caller < CALLERS; caller++) {
			Callable<ConnectSession> waits = () -> manager.getSession(Duration.ofMinutes(1));
			Callable<ConnectSession> composes = () -> manager.getSessionAsync()
				.thenApply((session) -> manager.getSession())
				.toCompletableFuture()
				.join();
			results.add(callers.submit((caller % 2 == 0) ? waits : composes));
		}
		return results;
	}

}
