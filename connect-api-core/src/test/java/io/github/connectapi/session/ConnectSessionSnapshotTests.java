package io.github.connectapi.session;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.github.connectapi.session.ConnectSessionSnapshot.State;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * The snapshot in each state.
 */
class ConnectSessionSnapshotTests {

	private final SessionFixture fixture = SessionFixture.create();

	private final ConnectSessionManager manager = this.fixture.manager;

	private final Instant start = this.fixture.time.clock().instant();

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenNeverUsedThenThereIsNoSessionAndNoFailure() {
		this.fixture.time.advance(Duration.ofMinutes(1));

		assertThat(this.manager.snapshot()).isEqualTo(new ConnectSessionSnapshot(this.start.plusSeconds(60), State.NONE,
				this.start, 0, 0, false, 0, null, null, null, null, null, null, null, null));
	}

	@Test
	void whenValidThenItHasTheExpiry() {
		this.manager.getSession();
		this.fixture.time.advance(Duration.ofMinutes(1));

		assertThat(this.manager.snapshot()).isEqualTo(new ConnectSessionSnapshot(this.start.plusSeconds(60),
				State.VALID, this.start, 1, 0, false, 0, "1000001", this.start.plusSeconds(1800),
				this.start.plus(SessionFixture.DUE), this.start, null, null, null, null));
	}

	@Test
	void whenRenewedThenTheStateIsKeptAndTheRenewalCounted() {
		this.manager.getSession();
		this.fixture.time.advance(Duration.ofMinutes(100));

		assertThat(this.manager.snapshot()).satisfies((snapshot) -> {
			assertThat(snapshot.since()).isEqualTo(this.start);
			assertThat(snapshot.generation()).isEqualTo(5);
			assertThat(snapshot.renewals()).isEqualTo(4);
		});
	}

	@Test
	void whenTheStateChangesThenItHasTheTimeOfTheChange() {
		this.manager.getSession();
		this.fixture.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));
		this.fixture.time.advance(Duration.ofHours(1));
		assertThat(this.manager.snapshot()).extracting("state", "since")
			.containsExactly(State.FAILED, this.start.plus(SessionFixture.USABLE));

		this.fixture.server.clearFaults();
		this.fixture.time.advance(Duration.ofMinutes(2));
		assertThat(this.manager.snapshot()).extracting("state", "since")
			.containsExactly(State.VALID, this.manager.snapshot().lastSuccessAt());

		this.manager.close();
		assertThat(this.manager.snapshot()).extracting("state", "since")
			.containsExactly(State.CLOSED, this.fixture.time.clock().instant());
	}

	@Test
	void whenAReportWasAcceptedThenItHasTheEndOfTheWindow() {
		this.manager.invalidate(this.manager.getSession());
		assertThat(this.manager.snapshot().invalidationsIgnoredUntil()).isEqualTo(this.start.plusSeconds(60));

		this.fixture.time.advance(Duration.ofMinutes(1));
		assertThat(this.manager.snapshot().invalidationsIgnoredUntil()).isNull();
	}

	@Test
	void whenExpiredAndNotRequestedSinceThenThereIsNoSessionAndNoFailure() {
		this.manager.getSession();
		this.fixture.time.suspend(Duration.ofHours(1));

		assertThat(this.manager.snapshot().state()).isEqualTo(State.NONE);
		assertThat(this.manager.snapshot().since()).isEqualTo(this.start.plus(SessionFixture.USABLE));
		assertThat(this.manager.snapshot().expiresAt()).isNull();
	}

	@Test
	void whenTheLastAcquisitionFailedThenItHasTheFailureAndTheNextAttempt() {
		this.fixture.server.always("CreateSession", Fault.error("InvalidSystemIdOrPassword", "unknown system"));
		catchThrowable(this.manager::getSession);
		this.fixture.time.advance(Duration.ofSeconds(5));

		assertThat(this.manager.snapshot().state()).isEqualTo(State.FAILED);
		assertThat(this.manager.snapshot().lastFailure()).satisfies((failure) -> {
			assertThat(failure.at()).isEqualTo(this.start);
			assertThat(failure.message()).contains("CreateSession", "InvalidSystemIdOrPassword", "unknown system");
			assertThat(failure.operation()).isEqualTo("CreateSession");
			assertThat(failure.coordinationId()).isNotBlank();
			assertThat(failure.credentialsRejected()).isTrue();
			assertThat(failure.consecutiveFailures()).isOne();
		});
		assertThat(this.manager.snapshot().nextAttemptAt()).isEqualTo(this.start.plus(Duration.ofMinutes(2)));
	}

	@Test
	void whenTheBackoffIsOverThenThereIsNoNextAttempt() {
		this.fixture.server.enqueue("CreateSession", Fault.status(503), Fault.status(503), Fault.status(503));
		catchThrowable(this.manager::getSession);
		assertThat(this.manager.snapshot().nextAttemptAt()).isNotNull();

		this.fixture.time.advance(Duration.ofMinutes(1));
		assertThat(this.manager.snapshot().nextAttemptAt()).isNull();
	}

	@Test
	void whenConvertedToAStringThenItContainsNoToken() {
		var session = this.manager.getSession();

		assertThat(this.manager.snapshot().toString()).doesNotContain(session.token().reveal())
			.doesNotContain(session.secureToken().orElseThrow().reveal());
	}

}
