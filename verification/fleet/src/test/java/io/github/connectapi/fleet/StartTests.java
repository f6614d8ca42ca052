package io.github.connectapi.fleet;

import java.time.Duration;
import java.util.List;

import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for instances that start, or end while they log in.
 */
class StartTests {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	@RowTest
	void whenEightInstancesStartThenOneLogsIn(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("8 cold JVMs", store)) {
			List<Instance> instances = fleet.start(8, fleet.options());
			assertThat(Fleet.sessions(instances)).hasSize(1).noneMatch((token) -> token.startsWith("failed"));
			fleet.conclude(Expectation.logins(1));
		}
	}

	@RowTest
	void whenInstanceIsKilledDuringItsLoginThenAnotherLogsInWithinFiveSeconds(StoreUnderTest store) throws Exception {
		try (Fleet fleet = Fleet.start("killed in mid-login", store)) {
			List<Instance> instances = fleet.start(2, fleet.options());
			fleet.api().enqueue("CreateSession", Fault.block());
			instances.get(0).send("session");
			fleet.api().awaitRequests("CreateSession", 1, MINUTE);
			instances.get(1).send("session");
			Waiting.pause(Duration.ofSeconds(1));
			instances.get(0).close();
			long killed = System.nanoTime();
			fleet.api().awaitRequests("CreateSession", 2, MINUTE);
			// The claim lasts 5 seconds, and others look for its end every 0.5 seconds.
			// The
			// rest is for busy machines.
			assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(20));
			assertThat(instances.get(1).awaitResponse("session")).doesNotStartWith("failed");
			fleet.conclude(Expectation.logins(2));
		}
	}

	@RowTest
	void whenInstanceIsPausedDuringItsLoginThenAnotherLogsInAndThePausedOneAdopts(StoreUnderTest store)
			throws Exception {
		try (Fleet fleet = Fleet.start("SIGSTOP beyond the claim", store)) {
			List<Instance> instances = fleet.start(2, fleet.options());
			fleet.api().enqueue("CreateSession", Fault.block());
			instances.get(0).send("session");
			fleet.api().awaitRequests("CreateSession", 1, MINUTE);
			instances.get(0).pause();
			String other = instances.get(1).session();
			assertThat(other).doesNotStartWith("failed");
			fleet.api().unblock();
			instances.get(0).resume();
			assertThat(instances.get(0).awaitResponse("session")).isEqualTo(other);
			assertThat(Fleet.calls(instances)).containsOnly("ok");
			fleet.conclude(Expectation.logins(2));
		}
	}

	@RowTest
	void whenInstanceIsPausedBeyondItsResponseTimeoutThenItDoesNotRepeatItsLogin(StoreUnderTest store)
			throws Exception {
		Duration timeout = Duration.ofSeconds(5);
		try (Fleet fleet = Fleet.start("SIGSTOP beyond the response timeout", store)) {
			Instance paused = fleet.start(fleet.options().withResponseTimeout(timeout));
			Instance other = fleet.start(fleet.options());
			fleet.api().enqueue("CreateSession", Fault.block());
			paused.send("session");
			fleet.api().awaitRequests("CreateSession", 1, MINUTE);
			paused.pause();
			String session = other.session();
			assertThat(session).doesNotStartWith("failed");
			Waiting.pause(timeout);
			paused.resume();
			assertThat(paused.awaitResponse("session")).isEqualTo(session);
			fleet.conclude(Expectation.logins(2));
		}
	}

	@LongRowTest
	void whenManyManagersOfOneJvmStartThenOneLogsIn(StoreUnderTest store) throws Exception {
		try (Fleet fleet = Fleet.start("600 managers in one JVM", store);
				Managers managers = new Managers(fleet, 600)) {
			assertThat(managers.sessions()).hasSize(1);
			fleet.conclude(Expectation.logins(1));
		}
	}

	@LongRowTest
	void whenLoginHangsThenAnotherInstanceLogsInAfterItsDeadline(StoreUnderTest store) throws Exception {
		try (Fleet fleet = Fleet.start("F8: login hangs, deadline 8 s", store)) {
			List<Instance> instances = fleet.start(2, fleet.options());
			Instance hanging = fleet.start(fleet.options().withAcquisitionTimeout(Duration.ofSeconds(8)));
			fleet.api().enqueue("CreateSession", Fault.hang());
			hanging.send("session");
			fleet.api().awaitRequests("CreateSession", 1, MINUTE);
			assertThat(Fleet.sessions(instances)).hasSize(1).noneMatch((token) -> token.startsWith("failed"));
			fleet.conclude(Expectation.logins(2));
		}
	}

}
