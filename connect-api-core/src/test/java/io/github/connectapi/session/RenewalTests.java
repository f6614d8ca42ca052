package io.github.connectapi.session;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.session.ConnectSessionSnapshot.State;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.TokenKind;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Renewals in the background, and their failures.
 */
class RenewalTests {

	private final SessionFixture fixture = SessionFixture.create();

	private final ConnectSessionManager manager = this.fixture.manager;

	private final ConnectSession first = this.manager.getSession();

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenRenewalIsDueThenItHappensWithoutACaller() {
		this.fixture.time.advance(SessionFixture.DUE.minusSeconds(1));
		assertThat(this.fixture.renewals()).isZero();
		this.fixture.time.advance(Duration.ofSeconds(1));

		assertThat(this.fixture.renewals()).isOne();
		assertThat(this.manager.getSession()).isNotEqualTo(this.first);
		assertThat(this.fixture.logins()).isOne();
	}

	@Test
	void whenRenewedThenTheSecureTokenOfThePreviousSessionWasSent() {
		this.fixture.time.advance(SessionFixture.DUE);

		assertThat(this.fixture.server.requests("RenewSession").get(0).tokenKind()).isEqualTo(TokenKind.SECURE);
	}

	@Test
	void whenRenewedThenTheNextRenewalDependsOnTheNewLifetime() {
		this.fixture.time.advance(Duration.ofHours(24));

		assertThat(this.fixture.renewals()).isEqualTo(24 * 3600 / (int) SessionFixture.DUE.toSeconds());
		assertThat(this.fixture.logins()).isOne();
		assertThat(this.manager.snapshot().generation()).isEqualTo(1 + this.fixture.renewals());
	}

	@Test
	void whenTheRenewalHasNoAccountThenTheKnownOneIsKept() {
		this.fixture.server.enqueue("RenewSession", Fault.normal().remove("/RenewSessionResult/AccountId"));
		this.fixture.time.advance(SessionFixture.DUE);

		assertThat(this.manager.getSession().accountId()).isEqualTo(this.first.accountId());
		assertThat(this.fixture.logins()).isOne();
	}

	@Test
	void whenTheRenewalHasAnotherAccountThenASessionIsCreatedInstead() {
		this.fixture.server.enqueue("RenewSession", Fault.normal().set("/RenewSessionResult/AccountId", "2"));
		this.fixture.time.advance(SessionFixture.DUE);

		assertThat(this.fixture.logins()).isEqualTo(2);
		assertThat(this.manager.getSession().accountId()).isEqualTo(this.first.accountId());
	}

	@Test
	void whenTheRenewalExpiresNoLaterThenASessionIsCreatedInstead() {
		this.fixture.server.enqueue("RenewSession", Fault.normal().set("/RenewSessionResult/TokenDurationMinutes", 5));
		this.fixture.time.advance(SessionFixture.DUE);

		assertThat(this.fixture.logins()).isEqualTo(2);
		assertThat(this.fixture.renewals()).isOne();
	}

	@Test
	void whenTheRenewalReturnsTheSameTokenWithALaterExpiryThenItSucceeds() {
		this.fixture.server.enqueue("RenewSession",
				Fault.normal()
					.set("/RenewSessionResult/Token", this.first.token().reveal())
					.set("/RenewSessionResult/SecureToken", this.first.secureToken().orElseThrow().reveal()));
		this.fixture.time.advance(SessionFixture.DUE.plusMinutes(6));

		assertThat(this.manager.getSession().token()).isEqualTo(this.first.token());
		assertThat(this.fixture.logins()).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "FailedToRenewToken", "AUTH-012", "AUTH-021", "AUTH-023", "AUTH-999", "InvalidRequest",
			"OperationRequiresSecureToken", "UndocumentedCode" })
	void whenTheRenewalIsRejectedThenASessionIsCreatedAtOnce(String code) {
		this.fixture.server.enqueue("RenewSession", Fault.error(code, "no"));
		this.fixture.time.advance(SessionFixture.DUE);

		assertThat(this.fixture.renewals()).isOne();
		assertThat(this.fixture.logins()).isEqualTo(2);
		assertThat(this.manager.snapshot().lastFailure()).isNull();
	}

	@Test
	void whenTheRenewalResponseViolatesTheProtocolThenASessionIsCreatedInstead() {
		this.fixture.server.enqueue("RenewSession", Fault.normal().set("/RenewSessionResult/TokenDurationMinutes", 0));
		this.fixture.time.advance(SessionFixture.DUE);

		assertThat(this.fixture.renewals()).isOne();
		assertThat(this.fixture.logins()).isEqualTo(2);
		assertThat(this.manager.snapshot().lastFailure()).isNull();
	}

	@Test
	void whenTheApiIsDownAtRenewalThenTheSessionRemainsInUse() {
		this.fixture.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));
		this.fixture.time.advance(SessionFixture.DUE.plusMinutes(3));

		assertThat(this.manager.getSession()).isEqualTo(this.first);
		assertThat(this.manager.snapshot().state()).isEqualTo(State.VALID);
		assertThat(this.manager.snapshot().lastFailure()).isNotNull();
	}

	@Test
	void whenTheApiIsUpAgainThenTheRenewalIsRetriedWithoutACaller() {
		this.fixture.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));
		this.fixture.time.advance(SessionFixture.DUE.plusMinutes(1));
		this.fixture.server.clearFaults();
		this.fixture.time.advance(Duration.ofMinutes(1));

		assertThat(this.manager.getSession()).isNotEqualTo(this.first);
		assertThat(this.manager.snapshot().lastFailure()).isNull();
		assertThat(this.fixture.logins()).isOne();
	}

	@Test
	void whenTheApiStaysDownThenReadsDoNotCauseAttempts() {
		this.fixture.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));
		this.fixture.time.advance(SessionFixture.DUE);
		this.fixture.server.clearRequests();
		for (int read = 0; read < 1000; read++) {
			this.manager.getSession();
		}

		assertThat(this.fixture.server.requests()).isEmpty();
	}

	@Test
	void whenTheSessionExpiresInAnOutageThenAnAttemptFollowsAtOnce() {
		this.fixture.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));
		this.fixture.time.advance(SessionFixture.USABLE.minusSeconds(5));
		this.fixture.server.clearFaults();
		this.fixture.time.advance(Duration.ofSeconds(5));

		assertThat(this.manager.getSession()).isNotEqualTo(this.first);
	}

	@Test
	void whenThereIsNoCallerInALongOutageThenTheBackgroundKeepsRetrying() {
		this.fixture.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));
		this.fixture.time.advance(Duration.ofHours(3));
		this.fixture.server.clearFaults();
		this.fixture.time.advance(Duration.ofMinutes(2));

		assertThat(this.manager.snapshot().state()).isEqualTo(State.VALID);
	}

	@Test
	void whenTheCredentialsChangeThenTheNewOnesAreUsedBeforeTheSessionEnds() {
		this.fixture.server.accounts().changeUserPassword("fake-user", "rotated");
		this.fixture.credentials.set(SessionFixture.credentials("rotated"));
		this.fixture.time.advance(SessionFixture.DUE);

		assertThat(this.fixture.logins()).isEqualTo(2);
		assertThat(this.fixture.renewals()).isZero();
		assertThat(this.manager.getSession()).isNotEqualTo(this.first);
	}

	@Test
	void whenTheNewCredentialsAreWrongThenTheSessionRemainsInUse() {
		this.fixture.credentials.set(SessionFixture.credentials("wrong"));
		this.fixture.time.advance(SessionFixture.DUE);

		assertThat(this.manager.getSession()).isEqualTo(this.first);
		assertThat(this.manager.snapshot().lastFailure().credentialsRejected()).isTrue();
	}

	@Test
	void whenRenewIsCalledThenTheSessionIsRenewedBeforeItIsDue() {
		this.fixture.time.advance(Duration.ofMinutes(1));
		this.manager.renew();

		assertThat(this.fixture.renewals()).isOne();
		assertThat(this.fixture.logins()).isOne();
		assertThat(this.manager.getSession()).isNotEqualTo(this.first);
	}

	@Test
	void whenAnEarlyRenewalFailsThenItIsRetriedAfterTheBackoff() {
		this.fixture.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(404));
		this.manager.renew();
		int sent = this.fixture.server.requests().size();
		this.fixture.time.advance(Duration.ofMillis(999));
		assertThat(this.fixture.server.requests()).hasSize(sent);
		this.fixture.server.clearFaults();
		this.fixture.time.advance(Duration.ofMillis(1));

		assertThat(this.manager.getSession()).isNotEqualTo(this.first);
		assertThat(this.manager.snapshot().lastFailure()).isNull();
	}

}
