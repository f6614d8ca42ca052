package io.github.connectapi.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

import jdk.jfr.Recording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ten thousand callers, where the JDK has virtual threads.
 */
@Timeout(60)
class VirtualThreadTests {

	private static final int CALLERS = 10_000;

	/** The JVM pins a thread that waits for a class to be loaded. */
	@BeforeEach
	void loadClasses() {
		try (SessionFixture fixture = SessionFixture.create()) {
			assertThat(fixture.manager.getSession()).isNotNull();
		}
	}

	@Test
	void whenTenThousandVirtualThreadsNeedASessionThenOneLoginServesAll() throws Exception {
		try (SessionFixture fixture = SessionFixture.withThreads(); Recording recording = VirtualThreads.record()) {
			ExecutorService callers = VirtualThreads.executor();
			fixture.server.enqueue("CreateSession", Fault.block());
			List<Future<ConnectSession>> results = new ArrayList<>();
			for (int caller = 0; caller < CALLERS; caller++) {
				results.add(callers
					.submit((Callable<ConnectSession>) () -> fixture.manager.getSession(Duration.ofMinutes(1))));
			}
			fixture.server.awaitRequests("CreateSession", 1, Duration.ofSeconds(10));
			fixture.server.unblock();

			ConnectSession session = results.get(0).get();
			for (Future<ConnectSession> result : results) {
				assertThat(result.get()).isSameAs(session);
			}
			assertThat(fixture.logins()).isOne();
			assertThat(VirtualThreads.pinnedByLibrary(recording)).isEmpty();
			callers.shutdown();
		}
	}

}
