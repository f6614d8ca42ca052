package io.github.connectapi.fleet;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for tokens and credentials that the server rejects.
 */
class RejectionTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	@ParameterizedTest(name = "{0}")
	@MethodSource("io.github.connectapi.fleet.StoreUnderTest#allAndH2")
	void whenAllTokensAreRevokedThenOneLogsInAndNoCallFails(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("all tokens revoked: 1 more login", store)) {
			List<Instance> instances = fleet.start(2, fleet.options());
			assertThat(Fleet.calls(instances)).containsOnly("ok");
			fleet.api().revokeAll();
			assertThat(Fleet.calls(instances)).containsOnly("ok");
			assertThat(Fleet.sessions(instances)).hasSize(1);
			fleet.conclude(Expectation.logins(2));
		}
	}

	@RowTest
	void whenPasswordIsWrongThenOneInstanceTriesItAndLaterOnesDoNot(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("wrong password: 1 login, F6: put back", store)) {
			InstanceOptions wrong = fleet.options().withUserPassword("wrong").withPollInterval(SECOND);
			List<Instance> instances = fleet.start(3, wrong);
			assertThat(Fleet.sessions(instances)).allMatch((session) -> session.startsWith("failed"));
			assertThat(fleet.logins()).isEqualTo(1);
			fleet.store().stop();
			fleet.store().startEmpty();
			fleet.awaitRecord();
			assertThat(fleet.start(wrong).session()).startsWith("failed ConnectCredentialsRejected");
			fleet.conclude(Expectation.logins(1));
		}
	}

	@RowTest
	void whenInstancesWithWrongPasswordAreKilledDuringTheirLoginThenFewLogIn(StoreUnderTest store) throws Exception {
		try (Fleet fleet = Fleet.start("crash loop with a wrong password", store)) {
			InstanceOptions wrong = fleet.options().withUserPassword("wrong");
			fleet.api().always("CreateSession", Fault.block());
			for (int logins = 1; logins <= 2; logins++) {
				Instance instance = fleet.start(wrong);
				instance.send("session");
				fleet.api().awaitRequests("CreateSession", logins, Duration.ofMinutes(1));
				instance.close();
			}
			fleet.api().clearFaults();
			List<Instance> later = fleet.start(2, wrong);
			assertThat(Fleet.sessions(later)).allMatch((session) -> session.startsWith("failed"));
			// The back-off of 6 minutes is in the record, so the count is that of 10
			// minutes.
			fleet.conclude(Expectation.logins(2, 3));
		}
	}

	@LongRowTest
	void whenAllInstancesAreResetThenOneLogsIn(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("F9: 4 resets at once: 1 more login", store)) {
			List<Instance> instances = fleet.start(4, fleet.options().withUserPassword("wrong"));
			assertThat(Fleet.sessions(instances)).allMatch((session) -> session.startsWith("failed"));
			instances.forEach((instance) -> instance.send("reset"));
			instances.forEach((instance) -> instance.awaitResponse("reset"));
			Waiting.until("no acquisition", Duration.ofSeconds(20),
					() -> instances.stream().noneMatch((instance) -> instance.snapshot().contains("acquiring=true")));
			fleet.conclude(Expectation.logins(2));
		}
	}

	@LongRowTest
	void whenServerRespondsWithRetryAfterThenAllInstancesBackOff(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("F3: 503 with Retry-After", store)) {
			List<Instance> instances = fleet.start(3, fleet.options());
			fleet.api().enqueue("CreateSession", Fault.status(503).retryAfter("120"));
			assertThat(Fleet.sessions(instances)).allMatch((session) -> session.startsWith("failed"));
			assertThat(Fleet.sessions(instances)).allMatch((session) -> session.startsWith("failed"));
			fleet.conclude(Expectation.logins(1));
		}
	}

	@LongRowTest
	void whenInstancesHaveOtherCredentialsOrNamespacesThenTheyShareNothing(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("F5: password, namespace, secret differ", store)) {
			String rejected = fleet.start(fleet.options().withUserPassword("wrong")).session();
			assertThat(rejected).startsWith("failed ConnectCredentialsRejected");
			List<Instance> instances = List.of(fleet.start(fleet.options()),
					fleet.start(fleet.options().withNamespace("other")),
					fleet.start(fleet.options().withSecret("another secret of all instances, also longer")));
			assertThat(Fleet.sessions(instances)).hasSize(3).noneMatch((session) -> session.startsWith("failed"));
			fleet.conclude(Expectation.logins(4));
		}
	}

}
