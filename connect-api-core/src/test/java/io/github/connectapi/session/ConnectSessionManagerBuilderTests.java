package io.github.connectapi.session;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Defaults of the builder.
 */
class ConnectSessionManagerBuilderTests {

	private final SessionFixture fixture = SessionFixture.create();

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenBuiltWithDefaultsThenRenewalsAreSpread() {
		Set<Instant> due = new HashSet<>();
		for (int instance = 0; instance < 5; instance++) {
			try (ConnectSessionManager manager = ConnectSessionManager
				.builder(this.fixture.client, this.fixture.credentials::get)
				.nanoClock(this.fixture.time.nanos())
				.clock(this.fixture.time.clock())
				.scheduler(this.fixture.time.newScheduler())
				.build()) {
				manager.getSession();
				due.add(manager.snapshot().renewalDueAt());
			}
		}

		assertThat(due).hasSizeGreaterThan(1);
	}

	@Test
	void whenNoSchedulerIsSetThenTheThreadsAreDaemons() {
		try (ConnectSessionManager manager = ConnectSessionManager
			.builder(this.fixture.client, this.fixture.credentials::get)
			.build()) {
			manager.getSession();

			assertThat(Thread.getAllStackTraces().keySet())
				.filteredOn((thread) -> thread.getName().startsWith("getty-connect-session-"))
				.isNotEmpty()
				.allMatch(Thread::isDaemon);
		}
	}

}
