package io.github.connectapi.user;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionSnapshot.State;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * Each user has a session of his own, which lives and ends apart from the others.
 */
@Timeout(60)
class ConnectSessionsTests {

	private final UsersFixture fixture = new UsersFixture();

	private final ConnectSessions sessions = this.fixture.sessions;

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenTwoUsersReadThenEachHasHisOwnSession() {
		ConnectSession first = this.fixture.user("first").getSession();
		ConnectSession second = this.fixture.user("second").getSession();

		assertThat(first.accountId()).contains("account-first");
		assertThat(second.accountId()).contains("account-second");
		assertThat(this.sessions.forUser("first").getSession()).isSameAs(first);
		assertThat(this.fixture.logins()).isEqualTo(2);
	}

	@Test
	void whenAForgottenUserIsResetAfterAReportThenNothingIsKept() {
		ConnectSessionManager user = this.fixture.user("first");
		assertThat(user.invalidate(user.getSession())).isTrue();
		await().untilAsserted(() -> assertThat(this.fixture.logins()).isEqualTo(2));
		this.sessions.forget("first");
		assertThat(this.sessions.snapshot().backoffs()).isOne();
		this.sessions.reset("first");

		assertThat(this.sessions.snapshot().users()).isZero();
		assertThat(this.sessions.snapshot().backoffs()).isZero();
	}

	@Test
	void whenASystemPasswordIsRejectedThenReadsSendNothingButNoticeAnotherOne() {
		ConnectCredentials right = UsersFixture.credentials("first", "password");
		ConnectSessionManager user = this.fixture.user("first");
		this.fixture.credentials.put("first", ConnectCredentials.of(right.systemId(), "wrong", "first", "password"));
		for (int i = 0; i < 3; i++) {
			assertThat(catchThrowable(user::getSession)).isNotNull();
		}
		assertThat(this.fixture.providerCalls).hasValue(3);
		assertThat(this.fixture.logins()).isOne();
		this.fixture.credentials.put("first", right);

		assertThat(user.getSession()).isNotNull();
		assertThat(this.fixture.logins()).isEqualTo(2);
	}

	@Test
	void whenTwoKeysHaveTheSameAccountThenEachHasItsOwnSession() {
		ConnectSession first = this.fixture.user("first").getSession();
		this.fixture.credentials.put("second", UsersFixture.credentials("first", "password"));
		ConnectSession second = this.sessions.forUser("second").getSession();

		assertThat(second.accountId()).isEqualTo(first.accountId());
		assertThat(second).isNotEqualTo(first);
	}

	@Test
	void whenAUserIsOnlyNamedThenNothingIsRequested() {
		this.fixture.user("first");

		assertThat(this.fixture.providerCalls).hasValue(0);
		assertThat(this.sessions.snapshot("first")).isEmpty();
		assertThat(this.sessions.snapshot().users()).isZero();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "\t" })
	void whenTheKeyIsBlankThenItIsRefused(String key) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.sessions.forUser(key));
		assertThatIllegalArgumentException().isThrownBy(() -> this.sessions.forget(key));
		assertThatIllegalArgumentException().isThrownBy(() -> this.sessions.reset(key));
		assertThatIllegalArgumentException().isThrownBy(() -> this.sessions.snapshot(key));
	}

	@Test
	void whenTheKeyIsHugeThenItIsRefusedWithoutNamingIt() {
		String key = "k".repeat(1025);

		assertThatIllegalArgumentException().isThrownBy(() -> this.sessions.forUser(key))
			.withMessageContaining("at most 1024")
			.withMessageNotContaining("kkk");
		assertThat(this.sessions.forUser("k".repeat(1024))).isNotNull();
	}

	@Test
	void whenThereAreNoCredentialsThenThatIsAPermanentFailureOfThisUserAlone() {
		ConnectSessionManager user = this.fixture.user("first");
		ConnectUnavailableException failure = catchThrowableOfType(ConnectUnavailableException.class,
				() -> this.sessions.forUser("stranger").getSession());

		assertThat(failure).hasMessageContaining("There are no credentials for this user");
		assertThat(failure.getMessage()).doesNotContain("stranger");
		assertThat(failure.isTransient()).isFalse();
		assertThat(failure.isNotSent()).isTrue();
		assertThat(failure.isCredentialsMissing()).isTrue();
		assertThat(user.getSession()).isNotNull();
		assertThat(this.sessions.snapshot("stranger")).isEmpty();
		await().untilAsserted(() -> assertThat(this.sessions.snapshot().users()).isOne());
	}

	@Test
	void whenAUserWithoutCredentialsReadsAgainThenTheyAreNotRequestedAgainForTenSeconds() {
		ConnectSessionManager stranger = this.sessions.forUser("stranger");
		for (int i = 0; i < 20; i++) {
			assertThat(catchThrowable(stranger::getSession)).hasMessageContaining("There are no credentials");
		}
		assertThat(this.fixture.providerCalls).hasValue(1);

		this.fixture.user("stranger");
		this.fixture.time.advance(UnknownKeys.DURATION);
		assertThat(stranger.getSession()).isNotNull();
	}

	@Test
	void whenAUserIsResetThenHisNewCredentialsAreUsedAtOnce() {
		ConnectSessionManager stranger = this.sessions.forUser("stranger");
		assertThat(catchThrowable(stranger::getSession)).isNotNull();
		this.fixture.user("stranger");
		this.sessions.reset("stranger");

		assertThat(stranger.getSession()).isNotNull();
	}

	@Test
	void whenTheCredentialsAreThoseOfAnApplicationThenTheyAreRefused() {
		this.fixture.credentials.put("first", ConnectCredentials.ofApplication("fake-system", "fake-system-password"));

		assertThatExceptionOfType(ConnectUnavailableException.class)
			.isThrownBy(() -> this.sessions.forUser("first").getSession())
			.withMessageContaining("have no user name");
		assertThat(this.fixture.server.requests()).isEmpty();
	}

	@Test
	void whenTheProviderThrowsThenOnlyThisUserBacksOff() {
		try (UsersFixture throwing = new UsersFixture((settings) -> settings, (key) -> {
			if (key.equals("broken")) {
				throw new IllegalStateException("no database");
			}
			return UsersFixture.credentials(key, "password");
		})) {
			ConnectSessionManager user = throwing.user("first");
			ConnectSessionManager broken = throwing.user("broken");
			assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(broken::getSession)
				.withMessageContaining("credentials provider failed");

			assertThatExceptionOfType(ConnectBackoffException.class).isThrownBy(broken::getSession);
			assertThat(user.getSession()).isNotNull();
		}
	}

	@Test
	void whenTheCredentialsAreWrongThenOnlyThisUserBacksOff() {
		ConnectSessionManager user = this.fixture.user("first");
		ConnectSessionManager wrong = this.fixture.wrongUser("second");
		assertThatExceptionOfType(ConnectCredentialsRejectedException.class).isThrownBy(wrong::getSession);

		assertThat(catchThrowableOfType(ConnectBackoffException.class, wrong::getSession).lastFailure())
			.isInstanceOf(ConnectCredentialsRejectedException.class);
		assertThat(user.getSession()).isNotNull();
		assertThat(this.fixture.logins()).isEqualTo(2);
		assertThat(this.sessions.snapshot().failed()).isOne();
		assertThat(this.sessions.snapshot().backoffs()).isOne();
	}

	@Test
	void whenTheCredentialsAreCorrectedThenAReadDetectsIt() {
		ConnectSessionManager wrong = this.fixture.wrongUser("second");
		assertThat(catchThrowable(wrong::getSession)).isNotNull();
		this.fixture.credentials.put("second", UsersFixture.credentials("second", "password"));
		this.fixture.time.advance(Duration.ofSeconds(11));
		assertThat(catchThrowable(wrong::getSession)).isInstanceOf(ConnectBackoffException.class);

		await().untilAsserted(() -> assertThat(wrong.snapshot().state()).isEqualTo(State.VALID));
	}

	@Test
	void whenTheCredentialsRemainWrongThenAReadSendsNothing() {
		ConnectSessionManager wrong = this.fixture.wrongUser("second");
		assertThat(catchThrowable(wrong::getSession)).isNotNull();
		for (int i = 0; i < 10; i++) {
			this.fixture.time.advance(Duration.ofSeconds(11));
			assertThat(catchThrowable(wrong::getSession)).isInstanceOf(ConnectBackoffException.class);
			await().until(() -> !wrong.snapshot().acquiring());
		}

		assertThat(this.fixture.logins()).isOne();
	}

	@Test
	void whenRenewalIsDueThenTheReadThatFindsItStartsIt() {
		ConnectSessionManager user = this.fixture.user("first");
		ConnectSession first = user.getSession();
		this.fixture.time.advance(UsersFixture.DUE);
		assertThat(this.fixture.renewals()).as("without a read").isZero();

		assertThat(user.getSession()).isSameAs(first);
		await().untilAsserted(() -> assertThat(user.getSession()).isNotEqualTo(first));
		assertThat(this.fixture.renewals()).isOne();
		assertThat(this.fixture.logins()).isOne();
	}

	@Test
	void whenTheTokenIsReportedThenAnotherSessionIsCreated() {
		ConnectSessionManager user = this.fixture.user("first");
		ConnectSession first = user.getSession();

		assertThat(user.invalidate(first)).isTrue();
		assertThat(user.getSession()).isNotEqualTo(first);
		assertThat(user.invalidate(first)).isFalse();
		assertThat(this.fixture.user("second").invalidate(first)).isFalse();
	}

	@Test
	void whenAUserIsForgottenThenTheNextReadCreatesASession() {
		ConnectSessionManager user = this.fixture.user("first");
		ConnectSession first = user.getSession();
		this.sessions.forget("first");
		assertThat(this.sessions.snapshot("first")).isEmpty();

		assertThat(user.getSession()).isNotEqualTo(first);
		assertThat(this.fixture.logins()).isEqualTo(2);
	}

	@Test
	void whenAUserIsForgottenDuringHisLoginThenItsResultIsDiscarded() throws Exception {
		ConnectSessionManager user = this.fixture.user("first");
		this.fixture.server.enqueue("CreateSession", Fault.block());
		CompletableFuture<ConnectSession> waiting = user.getSessionAsync().toCompletableFuture();
		this.fixture.server.awaitRequests("CreateSession", 1, Duration.ofSeconds(10));
		this.sessions.forget("first");

		assertThatExceptionOfType(CompletionException.class).isThrownBy(waiting::join)
			.withCauseInstanceOf(ConnectUnavailableException.class)
			.withMessageContaining("was forgotten");
		this.fixture.server.unblock();
		assertThat(user.getSession()).isNotNull();
		assertThat(this.fixture.logins()).isEqualTo(2);
	}

	@Test
	void whenAUserIsForgottenThenHisBackOffContinues() {
		ConnectSessionManager wrong = this.fixture.wrongUser("first");
		assertThat(catchThrowable(wrong::getSession)).isNotNull();
		this.sessions.forget("first");

		assertThat(catchThrowableOfType(ConnectBackoffException.class, wrong::getSession).lastFailure())
			.isInstanceOf(ConnectCredentialsRejectedException.class);
		assertThat(this.sessions.snapshot("first").orElseThrow().state()).isEqualTo(State.FAILED);
		assertThat(this.fixture.logins()).isOne();
	}

	@Test
	void whenAUserIsForgottenAfterAReportThenTheNextReportIsTooEarly() {
		ConnectSessionManager user = this.fixture.user("first");
		assertThat(user.invalidate(user.getSession())).isTrue();
		ConnectSession second = user.getSession();
		this.sessions.forget("first");

		assertThat(user.invalidate(user.getSession())).isFalse();
		assertThat(second).isNotEqualTo(user.getSession());
	}

	@Test
	void whenTheBackOffIsOverThenItsEscalationContinues() {
		ConnectSessionManager wrong = this.fixture.wrongUser("first");
		assertThat(catchThrowable(wrong::getSession)).isNotNull();
		this.sessions.forget("first");
		this.fixture.time.advance(Duration.ofMinutes(2).plusSeconds(1));
		assertThatExceptionOfType(ConnectCredentialsRejectedException.class).isThrownBy(wrong::getSession);
		this.sessions.forget("first");
		this.fixture.time.advance(Duration.ofMinutes(5));

		assertThatExceptionOfType(ConnectBackoffException.class).as("tripled").isThrownBy(wrong::getSession);
		assertThat(this.fixture.logins()).isEqualTo(2);
	}

	@Test
	void whenTheSystemIsRejectedThenAllItsUsersStopAfterOneLogin() {
		this.fixture.server.accounts().changeSystemPassword("other");
		for (int i = 0; i < 100; i++) {
			ConnectSessionManager user = this.fixture.user("user-" + i);
			assertThat(catchThrowable(user::getSession)).isNotNull();
		}

		assertThat(this.fixture.logins()).isOne();
		assertThat(this.sessions.snapshot().rejectedSystems()).isOne();
		this.fixture.server.accounts().changeSystemPassword("fake-system-password");
		this.sessions.reset();
		assertThat(this.sessions.forUser("user-7").getSession()).isNotNull();
	}

	@Test
	void whenClosedThenReadsSayIt() {
		ConnectSessionManager user = this.fixture.user("first");
		ConnectSessionManager other = this.fixture.user("second");
		user.getSession();
		this.sessions.close();
		this.sessions.close();

		assertThatExceptionOfType(ConnectClosedException.class).isThrownBy(user::getSession);
		assertThatExceptionOfType(ConnectClosedException.class).isThrownBy(other::getSession);
		assertThat(this.sessions.snapshot().users()).isZero();
	}

	@Test
	void whenAManagerIsClosedThenTheSessionRemains() {
		ConnectSessionManager user = this.fixture.user("first");
		ConnectSession first = user.getSession();
		user.close();

		assertThat(user.getSession()).isSameAs(first);
	}

	@Test
	void whenASessionChangesThenListenersGetTheKey() {
		this.fixture.user("first").getSession();

		await().untilAsserted(() -> assertThat(this.fixture.events).containsExactly("first Created"));
	}

}
