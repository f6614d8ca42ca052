package io.github.connectapi.session;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.session.ConnectSessionSnapshot.State;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.FakeConnectServerBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Two users of one application, each with a manager of its own.
 */
@Timeout(60)
class IndependentManagersTests {

	private final SessionFixture fixture = SessionFixture.withThreads();

	private final ConnectSessionManager one = this.fixture.manager;

	private final ConnectSessionManager other = this.fixture.builder(IndependentManagersTests::otherUser).build();

	IndependentManagersTests() {
		this.fixture.server.accounts().add("other-user", "other-password", "2");
	}

	@AfterEach
	void close() {
		this.other.close();
		this.fixture.close();
	}

	@Test
	void whenOneUserIsRejectedThenTheOtherIsNotAffected() {
		this.fixture.credentials.set(SessionFixture.credentials("wrong"));
		catchThrowable(this.one::getSession);

		assertThat(this.other.getSession().accountId()).contains("2");
		assertThat(this.one.snapshot().state()).isEqualTo(State.FAILED);
		assertThat(this.other.snapshot().lastFailure()).isNull();
	}

	@Test
	void whenTheTokenOfOneUserIsRejectedThenTheOtherKeepsItsSession() {
		ConnectSession ones = this.one.getSession();
		ConnectSession others = this.other.getSession();

		assertThat(this.other.invalidate(ones)).isFalse();
		assertThat(this.one.invalidate(ones)).isTrue();
		assertThat(this.other.getSession()).isSameAs(others);
	}

	@Test
	void whenTheLoginOfOneUserHangsThenTheOtherDoesNotWait() throws Exception {
		this.fixture.server.enqueue("CreateSession", Fault.block());
		var waiter = this.one.getSessionAsync().toCompletableFuture();
		this.fixture.server.awaitRequests("CreateSession", 1, Duration.ofSeconds(10));

		assertThat(this.other.getSession()).isNotNull();
		assertThat(waiter).isNotDone();
		this.fixture.server.unblock();
		assertThat(waiter.join().token()).isNotEqualTo(this.other.getSession().token());
	}

	private static ConnectCredentials otherUser() {
		return ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID, FakeConnectServerBuilder.SYSTEM_PASSWORD,
				"other-user", "other-password");
	}

}
