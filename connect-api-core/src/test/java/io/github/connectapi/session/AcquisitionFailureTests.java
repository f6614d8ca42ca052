package io.github.connectapi.session;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.session.ConnectSessionSnapshot.State;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.GatewayFault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Failures without a valid session: shared, remembered, followed by a back-off.
 */
class AcquisitionFailureTests {

	private final SessionFixture fixture = SessionFixture.create();

	private final ConnectSessionManager manager = this.fixture.manager;

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenTheFaultIsTransientThenTheCallerGetsASession() {
		this.fixture.server.enqueue("CreateSession", Fault.status(503), Fault.drop());

		assertThat(this.manager.getSession()).isNotNull();
		assertThat(this.fixture.logins()).isEqualTo(3);
	}

	@Test
	void whenAllAttemptsFailThenTheCallerGetsTheFailure() {
		this.fixture.server.always("CreateSession", Fault.status(503));

		assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(this.manager::getSession)
			.satisfies((ex) -> assertThat(ex.isTransient()).isTrue())
			.satisfies((ex) -> assertThat(ex.getSuppressed()).singleElement()
				.isInstanceOf(ConnectUnavailableException.class))
			.satisfies((ex) -> assertThat(ex.coordinationId()).isPresent());
		assertThat(this.fixture.logins()).isEqualTo(3);
	}

	@Test
	void whenAnAcquisitionFailedThenFurtherCallersFailWithoutARequest() {
		this.fixture.server.always("CreateSession", Fault.status(503));
		catchThrowable(this.manager::getSession);
		this.fixture.server.clearRequests();

		ConnectBackoffException failure = catchThrowableOfType(ConnectBackoffException.class, this.manager::getSession);
		assertThat(failure.nextAttemptAt()).isEqualTo(this.fixture.time.clock().instant().plusSeconds(1));
		assertThat(failure.retryAfter()).contains(Duration.ofSeconds(1));
		assertThat(failure.lastFailure()).isInstanceOf(ConnectUnavailableException.class);
		assertThat(this.fixture.server.requests()).isEmpty();
	}

	@Test
	void whenTheOutageLastsThenTheBackoffDoublesUpToItsMaximum() {
		this.fixture.server.always("CreateSession", Fault.status(404));
		catchThrowable(this.manager::getSession);
		List<Integer> perSecond = IntStream.rangeClosed(1, 15).map((second) -> {
			this.fixture.time.advance(Duration.ofSeconds(1));
			return this.fixture.logins();
		}).boxed().toList();

		assertThat(perSecond).containsExactly(2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 5);
		this.fixture.time.advance(Duration.ofMinutes(10));
		this.fixture.server.clearRequests();
		this.fixture.time.advance(Duration.ofMinutes(10));
		assertThat(this.fixture.logins()).isEqualTo(10);
	}

	@Test
	void whenTheServerSendsRetryAfterThenNothingIsSentEarlier() {
		this.fixture.server.always("CreateSession", Fault.status(429).retryAfter("120"));
		catchThrowable(this.manager::getSession);
		this.fixture.time.advance(Duration.ofSeconds(119));
		assertThat(this.fixture.logins()).isOne();
		this.fixture.server.clearFaults();
		this.fixture.time.advance(Duration.ofSeconds(1));

		assertThat(this.manager.snapshot().state()).isEqualTo(State.VALID);
	}

	@Test
	void whenRetryAfterIsADayThenTheNextAttemptIsInAnHour() {
		this.fixture.server.always("CreateSession", GatewayFault.overQps().retryAfter("86400"));
		catchThrowable(this.manager::getSession);
		this.fixture.time.advance(Duration.ofMinutes(59));
		assertThat(this.fixture.logins()).isOne();
		this.fixture.time.advance(Duration.ofMinutes(1));

		assertThat(this.fixture.logins()).isEqualTo(2);
	}

	@Test
	void whenTheDailyQuotaIsUsedUpThenTheNextAttemptIsAQuarterOfAnHourLater() {
		this.fixture.server.always("CreateSession", GatewayFault.overRate(null));
		catchThrowable(this.manager::getSession);
		this.fixture.time.advance(Duration.ofMinutes(14));

		assertThat(this.fixture.logins()).isOne();
		assertThat(this.manager.snapshot().lastFailure().code()).isEqualTo("ERR_403_DEVELOPER_OVER_RATE");
	}

	@Test
	void whenThePasswordIsWrongThenItIsSentOnceAndEveryCallerFails() {
		this.fixture.credentials.set(SessionFixture.credentials("wrong"));
		assertThatExceptionOfType(ConnectCredentialsRejectedException.class).isThrownBy(this.manager::getSession)
			.satisfies((ex) -> assertThat(ex.code()).contains("InvalidUsernameOrPassword"));
		for (int call = 0; call < 1000; call++) {
			assertThatExceptionOfType(ConnectBackoffException.class).isThrownBy(this.manager::getSession)
				.withMessageContaining("InvalidUsernameOrPassword")
				.withMessageContaining("reset()");
		}

		assertThat(this.fixture.logins()).isOne();
	}

	@Test
	void whenThePasswordStaysWrongThenLoginsAreRare() {
		this.fixture.credentials.set(SessionFixture.credentials("wrong"));
		catchThrowable(this.manager::getSession);
		this.fixture.time.advance(Duration.ofHours(1));
		assertThat(this.fixture.logins()).as("in the first hour, at 0, 2, 8 and 26 min").isEqualTo(4);
		this.fixture.time.advance(Duration.ofHours(23));

		assertThat(this.fixture.logins()).as("in a day").isLessThan(30);
	}

	@Test
	void whenTheAccountIsLockedWithAnUndocumentedCodeThenTheRejectedBackoffApplies() {
		this.fixture.server.always("CreateSession", Fault.error("AccountLocked", "ask support"));
		catchThrowable(this.manager::getSession);
		this.fixture.time.advance(Duration.ofHours(1));

		assertThat(this.fixture.logins()).isEqualTo(4);
	}

	@Test
	void whenTheCredentialsAreCorrectedThenOneLoginFollowsWithinTenSeconds() {
		this.fixture.credentials.set(SessionFixture.credentials("wrong"));
		catchThrowable(this.manager::getSession);
		this.fixture.credentials.set(SessionFixture.credentials("fake-user-password"));
		this.fixture.time.advance(Duration.ofSeconds(10));

		assertThat(this.manager.snapshot().state()).isEqualTo(State.VALID);
		assertThat(this.fixture.logins()).isEqualTo(2);
	}

	@Test
	void whenResetIsCalledThenOneLoginFollowsAtOnce() {
		this.fixture.credentials.set(SessionFixture.credentials("wrong"));
		catchThrowable(this.manager::getSession);
		this.fixture.server.accounts().changeUserPassword("fake-user", "wrong");
		this.manager.reset();

		assertThat(this.fixture.logins()).isEqualTo(2);
		assertThat(this.manager.snapshot().state()).isEqualTo(State.VALID);
	}

	@Test
	void whenRejectionsAndOutagesAlternateThenTheRejectedBackoffStillGrows() {
		this.fixture.server.always("CreateSession", Fault.error("InvalidUsernameOrPassword", "no"));
		catchThrowable(this.manager::getSession);
		this.fixture.server.enqueue("CreateSession", Fault.status(503), Fault.status(503), Fault.status(503));
		this.fixture.time.advance(Duration.ofMinutes(3));

		assertThat(this.manager.snapshot().lastFailure().credentialsRejected()).isTrue();
		assertThat(this.manager.snapshot().nextAttemptAt())
			.isAfter(this.fixture.time.clock().instant().plus(Duration.ofMinutes(4)));
	}

	@Test
	void whenTheProviderThrowsThenTheFailureIsTransient() {
		this.fixture.credentials.set(null);
		assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(this.manager::getSession)
			.withMessageContaining("provider");
		this.fixture.credentials.set(SessionFixture.credentials("fake-user-password"));
		this.fixture.time.advance(Duration.ofSeconds(1));

		assertThat(this.manager.snapshot().state()).isEqualTo(State.VALID);
	}

	@Test
	void whenARequestFailsPermanentlyThenItIsNotRetried() {
		this.fixture.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(404));

		assertThatExceptionOfType(ConnectOperationException.class).isThrownBy(this.manager::getSession);
		assertThat(this.fixture.logins()).isOne();
	}

}
