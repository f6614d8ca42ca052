package io.github.connectapi.fleet;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.connectapi.fleet.server.ServerTests;
import io.github.connectapi.test.FakeConnectServerBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for instances of different versions and settings, as during a rolling upgrade.
 */
@ServerTests
class UpgradeTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static final Duration TWENTY_SECONDS = Duration.ofSeconds(20);

	@ParameterizedTest
	@MethodSource("io.github.connectapi.fleet.StoreUnderTest#redis")
	void whenNextVersionHasOneMoreFieldThenBothVersionsShareTheSession(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("upgrade: a field more, forth and back", store)) {
			InstanceOptions options = fleet.options().withPollInterval(SECOND);
			Instance current = fleet.start(options);
			String token = current.session();
			Instance next = fleet.start(OtherVersion.FIELD_MORE.classPath(), options);
			assertThat(next.session()).isEqualTo(token);
			next.renew();
			Waiting.until("adopted", TWENTY_SECONDS, () -> !current.session().equals(token));
			next.close();
			Instance rolledBack = fleet.start(options);
			assertThat(rolledBack.session()).isEqualTo(current.session());
			fleet.conclude(Expectation.logins(1).renewals(1));
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.connectapi.fleet.StoreUnderTest#redis")
	void whenNextVersionHasAnotherLayoutThenVersionsIgnoreEachOther(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("upgrade: another layout, forth and back", store)) {
			InstanceOptions options = fleet.options().withPollInterval(SECOND);
			List<String> nextVersion = OtherVersion.LAYOUT.classPath();
			Instance current = fleet.start(options);
			Instance next = fleet.start(nextVersion, options);
			Instance secondNext = fleet.start(nextVersion, options);
			assertThat(next.session()).isEqualTo(secondNext.session()).isNotEqualTo(current.session());
			int failed = callFor(List.of(current, next, secondNext));
			next.close();
			secondNext.close();
			Instance rolledBack = fleet.start(options);
			assertThat(rolledBack.session()).isEqualTo(current.session());
			fleet.conclude(Expectation.logins(2), failed);
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.connectapi.fleet.StoreUnderTest#redis")
	void whenLayoutOfRecordIsNotKnownThenItIsIgnoredAndEachVersionKeepsItsSession(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("upgrade: a record of a version that is not known", store)) {
			InstanceOptions options = fleet.options().withPollInterval(SECOND);
			Instance current = fleet.start(options);
			String token = current.session();
			Instance next = fleet.start(OtherVersion.LAYOUT_OF_SAME_KEY.classPath(), options);
			assertThat(next.session()).isNotEqualTo(token).doesNotStartWith("failed");
			int failed = callFor(List.of(current, next));
			assertThat(current.session()).isEqualTo(token);
			fleet.conclude(Expectation.logins(2), failed);
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.connectapi.fleet.StoreUnderTest#redis")
	void whenHalfOfTheFleetHasAnotherSecretThenEachHalfSharesASession(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("changed secret in half of the fleet", store)) {
			InstanceOptions before = fleet.options().withPollInterval(SECOND);
			checkHalves(fleet, before, before.withSecret("another secret of the instances after the change"));
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.connectapi.fleet.StoreUnderTest#redis")
	void whenHalfOfTheFleetHasTheChangedPasswordThenSessionsOfTheOthersRemain(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("changed password in half of the fleet", store)) {
			InstanceOptions before = fleet.options().withPollInterval(SECOND);
			checkHalves(fleet, before, before.withUserPassword("changed-password"));
		}
	}

	private static void checkHalves(Fleet fleet, InstanceOptions before, InstanceOptions after) {
		List<Instance> former = fleet.start(2, before);
		assertThat(Fleet.sessions(former)).hasSize(1);
		fleet.api().accounts().changeUserPassword(FakeConnectServerBuilder.USER_NAME, after.userPassword());
		List<Instance> changed = fleet.start(2, after);
		assertThat(Fleet.sessions(changed)).hasSize(1).doesNotContainAnyElementsOf(Fleet.sessions(former));
		int failed = callFor(List.of(former.get(0), former.get(1), changed.get(0), changed.get(1)));
		fleet.conclude(Expectation.logins(2), failed);
	}

	@ParameterizedTest
	@MethodSource("io.github.connectapi.fleet.StoreUnderTest#redis")
	void whenFormerPasswordIsRejectedThenItIsTriedOnceAndTheOthersDoNotNotice(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("changed password, former rejected", store)) {
			InstanceOptions options = fleet.options().withPollInterval(SECOND);
			List<Instance> former = fleet.start(2, options.withUserPassword("former-password"));
			List<Instance> changed = fleet.start(2, options);
			assertThat(Fleet.sessions(former)).allMatch((session) -> session.startsWith("failed"));
			assertThat(Fleet.sessions(changed)).hasSize(1).noneMatch((session) -> session.startsWith("failed"));
			int failed = callFor(changed);
			assertThat(Fleet.sessions(former)).allMatch((session) -> session.startsWith("failed"));
			fleet.conclude(Expectation.logins(2), failed);
		}
	}

	/** Call for several polls. */
	private static int callFor(List<Instance> instances) {
		Fleet.startCalls(instances, Duration.ofMillis(200));
		Waiting.pause(Duration.ofSeconds(4));
		return Fleet.stopCalls(instances);
	}

}
