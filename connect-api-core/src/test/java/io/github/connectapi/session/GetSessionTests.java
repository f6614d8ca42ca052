package io.github.connectapi.session;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectWaitTimeoutException;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Callers get a session that has not expired, and no unnecessary requests are sent.
 */
@Timeout(20)
class GetSessionTests {

	private final SessionFixture fixture = SessionFixture.create();

	private final ConnectSessionManager manager = this.fixture.manager;

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenNoSessionIsRequestedThenNothingIsSent() {
		this.fixture.time.advance(Duration.ofHours(1));

		assertThat(this.fixture.server.requests()).isEmpty();
	}

	@Test
	void whenFirstRequestedThenOneSessionIsCreated() {
		ConnectSession session = this.manager.getSession();

		assertThat(session.accountId()).contains("1000001");
		assertThat(session.secureToken()).isPresent();
		assertThat(session.lifetime()).isEqualTo(Duration.ofMinutes(30));
		assertThat(this.fixture.logins()).isOne();
	}

	@ParameterizedTest
	@ValueSource(longs = { Long.MIN_VALUE, -86_400L * 106_752, -1, 0 })
	void whenTheTimeoutIsNotPositiveThenTheCallerDoesNotWait(long seconds) {
		try (SessionFixture threads = SessionFixture.withThreads();
				ConnectSessionManager running = threads.builder(threads.credentials::get)
					.nanoClock(System::nanoTime)
					.build()) {
			threads.server.enqueue("CreateSession", Fault.block());

			assertThatExceptionOfType(ConnectWaitTimeoutException.class)
				.isThrownBy(() -> running.getSession(Duration.ofSeconds(seconds)));
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { Long.MAX_VALUE, 86_400L * 106_752 })
	void whenTheTimeoutIsHugeThenTheCallerWaits(long seconds) {
		try (SessionFixture threads = SessionFixture.withThreads();
				ConnectSessionManager running = threads.builder(threads.credentials::get)
					.nanoClock(System::nanoTime)
					.build()) {
			assertThat(running.getSession(Duration.ofSeconds(seconds))).isNotNull();
		}
	}

	@Test
	void whenRequestedAgainThenTheSameSessionIsReturned() {
		ConnectSession first = this.manager.getSession();
		this.fixture.time.advance(Duration.ofMinutes(10));

		assertThat(this.manager.getSession()).isSameAs(first);
		assertThat(this.fixture.server.requests()).hasSize(1);
	}

	@Test
	void whenTimersAreLateThenTheReaderStartsTheRenewal() {
		ConnectSession first = this.manager.getSession();
		this.fixture.time.advanceWithoutTimers(SessionFixture.DUE);

		assertThat(this.manager.getSession()).as("renewed at once, in manual time").isNotEqualTo(first);
		assertThat(this.fixture.renewals()).isOne();
	}

	@Test
	void whenTimersAreTooLateThenNoExpiredSessionIsReturned() {
		ConnectSession first = this.manager.getSession();
		this.fixture.time.advanceWithoutTimers(SessionFixture.USABLE);

		assertThat(this.manager.getSession()).isNotEqualTo(first);
	}

	@Test
	void whenTheMachineWasSuspendedThenTheFirstReadLogsInOnce() {
		ConnectSession first = this.manager.getSession();
		this.fixture.time.suspend(Duration.ofHours(2));

		assertThat(this.manager.getSession()).isNotEqualTo(first);
		this.manager.getSession();
		assertThat(this.fixture.logins()).isEqualTo(2);
	}

	@Test
	void whenTheWallClockIsSetBackThenTheLifetimeIsNotExtended() {
		ConnectSession first = this.manager.getSession();
		this.fixture.time.adjustWallClock(Duration.ofHours(-1));
		this.fixture.time.advanceWithoutTimers(SessionFixture.USABLE);

		assertThat(this.manager.getSession()).isNotEqualTo(first);
	}

	@Test
	void whenTheWallClockIsSetBackRepeatedlyThenTheSessionStillAges() {
		this.manager.getSession();
		this.fixture.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));
		for (int minute = 0; minute < 30; minute++) {
			this.fixture.time.advanceWithoutTimers(Duration.ofMinutes(1));
			catchThrowable(this.manager::getSession);
			this.fixture.time.adjustWallClock(Duration.ofSeconds(-30));
		}

		assertThat(this.manager.snapshot().state()).isNotEqualTo(ConnectSessionSnapshot.State.VALID);
	}

	@Test
	void whenTheWallClockIsSetBackAfterASuspensionThenTheSessionRemainsExpired() {
		this.manager.getSession();
		this.fixture.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));
		this.fixture.time.suspend(Duration.ofHours(2));
		assertThat(catchThrowable(this.manager::getSession)).isNotNull();
		this.fixture.time.adjustWallClock(Duration.ofHours(-2));

		assertThat(catchThrowable(this.manager::getSession)).isNotNull();
		assertThat(this.manager.snapshot().state()).isEqualTo(ConnectSessionSnapshot.State.FAILED);
	}

	@Test
	void whenTheLoginIsSlowThenTheLifetimeStartsWhenItWasSent() throws Exception {
		try (SessionFixture threads = SessionFixture.withThreads()) {
			threads.server.enqueue("CreateSession", Fault.block());
			var stage = threads.manager.getSessionAsync();
			threads.server.awaitRequests("CreateSession", 1, Duration.ofSeconds(10));
			threads.time.advanceWithoutTimers(Duration.ofSeconds(20));
			threads.server.unblock();
			stage.toCompletableFuture().join();

			assertThat(threads.manager.snapshot().expiresAt())
				.isEqualTo(threads.time.clock().instant().plus(Duration.ofMinutes(30)).minusSeconds(20));
		}
	}

	@Test
	void whenTheSystemHasNoUserThenAnApplicationSessionIsCreatedAndNeverRenewed() {
		this.fixture.credentials.set(ConnectCredentials.ofApplication("fake-system", "fake-system-password"));

		assertThat(this.manager.getSession().secureToken()).isEmpty();
		this.fixture.time.advance(SessionFixture.DUE);
		assertThat(this.fixture.server.count("CreateApplicationSession")).isEqualTo(2);
		assertThat(this.fixture.renewals()).isZero();
	}

}
