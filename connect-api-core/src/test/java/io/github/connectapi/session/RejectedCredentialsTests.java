package io.github.connectapi.session;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.session.ConnectSessionSnapshot.State;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.GatewayFault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Logins with rejected credentials are not multiplied.
 */
class RejectedCredentialsTests {

	private final SessionFixture fixture = SessionFixture.create();

	private final AtomicInteger calls = new AtomicInteger();

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenBackingOffThenTheProviderIsProbedEveryTenSeconds() {
		try (ConnectSessionManager manager = manager(SessionFixture.credentials("wrong"), null)) {
			catchThrowable(manager::getSession);
			this.fixture.time.advance(Duration.ofSeconds(119));

			assertThat(this.calls).as("once to log in, then at 10, 20 … 110 s").hasValue(12);
			assertThat(this.fixture.logins()).isOne();
		}
	}

	@Test
	void whenTheProviderFailsDuringAProbeThenTheBackoffContinues() {
		try (ConnectSessionManager manager = manager(SessionFixture.credentials("wrong"),
				new NoClassDefFoundError("vault"))) {
			catchThrowable(manager::getSession);
			this.fixture.time.advance(Duration.ofSeconds(119));

			assertThat(this.fixture.logins()).isOne();
			assertThat(manager.snapshot().lastFailure().credentialsRejected()).isTrue();
		}
	}

	@Test
	void whenTheProviderReturnsOtherCredentialsEachTimeThenFewAreTried() {
		try (ConnectSessionManager manager = this.fixture
			.builder(() -> SessionFixture.credentials("wrong-" + this.calls.incrementAndGet()))
			.build()) {
			catchThrowable(manager::getSession);
			this.fixture.time.advance(Duration.ofHours(1));

			assertThat(this.fixture.logins()).as("at 0, 10, 20 and 30 s, then after 54 min").isEqualTo(5);
		}
	}

	@Test
	void whenTheServerSentRetryAfterThenOtherCredentialsWaitToo() {
		this.fixture.credentials.set(SessionFixture.credentials("wrong"));
		this.fixture.server.always("CreateSession", GatewayFault.notAuthorized().retryAfter("3600"));
		catchThrowable(this.fixture.manager::getSession);
		this.fixture.credentials.set(SessionFixture.credentials("other"));
		this.fixture.time.advance(Duration.ofMinutes(59));

		assertThat(this.fixture.logins()).isOne();
	}

	@Test
	void whenAnOutageFollowsTheRejectionThenItsRetryAfterAppliesToOtherCredentials() {
		this.fixture.server.enqueue("CreateSession", Fault.error("InvalidUsernameOrPassword", "no"),
				Fault.status(429).retryAfter("3600"));
		catchThrowable(this.fixture.manager::getSession);
		this.fixture.time.advance(Duration.ofMinutes(2));
		this.fixture.credentials.set(SessionFixture.credentials("other"));
		this.fixture.time.advance(Duration.ofMinutes(59));

		assertThat(this.fixture.logins()).isEqualTo(2);
	}

	@Test
	void whenAnEarlyRenewalFailsThenItIsRetriedAfterTheBackoff() {
		this.fixture.manager.getSession();
		this.fixture.server.enqueue("RenewSession", Fault.status(503), Fault.status(503), Fault.status(503));
		this.fixture.manager.renew();
		this.fixture.time.advance(Duration.ofSeconds(2));

		assertThat(this.fixture.manager.snapshot().generation()).isEqualTo(2);
		assertThat(this.fixture.manager.snapshot().state()).isEqualTo(State.VALID);
	}

	private ConnectSessionManager manager(ConnectCredentials credentials, Error onProbe) {
		return this.fixture.builder(() -> {
			if (this.calls.incrementAndGet() > 1 && onProbe != null) {
				throw onProbe;
			}
			return credentials;
		}).build();
	}

}
