package io.github.connectapi.session;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.http.client.ClientHttpResponse;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.observation.ConnectObservations;
import io.github.connectapi.retry.Retry;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * All requests of one acquisition, on a slow server.
 */
@Timeout(60)
class RemoteSessionAcquirerTests {

	private static final Duration LIFETIME = Duration.ofMinutes(30);

	private final SessionFixture fixture = SessionFixture.create();

	private final ConnectClient client = ConnectClient.builder(BaseUrl.of(this.fixture.server.baseUrl()))
		.clock(this.fixture.time.clock())
		.responseTimeout(Duration.ofSeconds(5))
		.customizer((builder) -> builder.requestInterceptor((request, body, execution) -> {
			ClientHttpResponse response = execution.execute(request, body);
			this.fixture.time.advanceWithoutTimers(this.exchangeDuration);
			return response;
		}))
		.build();

	private final ConnectSessionManager manager = manager(this.fixture.credentials::get);

	private Duration exchangeDuration = Duration.ZERO;

	@AfterEach
	void close() {
		this.manager.close();
		this.client.close();
		this.fixture.close();
	}

	@Test
	void whenARenewalIsSlowThenTheLifetimeStartsWhenItWasSent() {
		this.manager.getSession();
		this.fixture.time.advance(Duration.ofMinutes(10));
		this.exchangeDuration = Duration.ofSeconds(20);
		Instant sent = this.fixture.time.clock().instant();
		this.manager.renew();

		assertThat(this.fixture.renewals()).isOne();
		assertThat(this.manager.snapshot().expiresAt()).isEqualTo(sent.plus(LIFETIME));
	}

	@Test
	void whenARequestIsRetriedThenTheLifetimeStartsWhenTheSuccessfulOneWasSent() {
		this.exchangeDuration = Duration.ofSeconds(5);
		this.fixture.server.enqueue("CreateSession", Fault.status(503));
		Instant start = this.fixture.time.clock().instant();
		this.manager.getSession();

		assertThat(this.fixture.logins()).isEqualTo(2);
		Duration interval = SessionFixture.RETRY.initialInterval();
		assertThat(this.manager.snapshot().expiresAt()).isEqualTo(start.plusSeconds(5).plus(interval).plus(LIFETIME));
	}

	@Test
	void whenTheRenewalWasRejectedThenOnlyTheLoginIsRetried() {
		this.manager.getSession();
		this.fixture.server.enqueue("RenewSession", Fault.error("FailedToRenewToken", "no"));
		this.fixture.server.enqueue("CreateSession", Fault.status(503));
		this.manager.renew();

		assertThat(this.fixture.renewals()).isOne();
		assertThat(this.fixture.logins()).isEqualTo(3);
		assertThat(this.manager.snapshot().generation()).isEqualTo(2);
	}

	@Test
	void whenLittleTimeIsLeftThenItLimitsTheRequest() {
		this.fixture.server.always(FakeConnectServer.ANY_OPERATION, Fault.hang());
		try (ConnectSessionManager late = manager(() -> {
			this.fixture.time.advanceWithoutTimers(Duration.ofMillis(29_900));
			return this.fixture.credentials.get();
		})) {
			assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(late::getSession)
				.withMessageContaining("within 100 ms");
		}
	}

	@Test
	void whenNoTimeIsLeftThenNothingIsSent() {
		try (ConnectSessionManager late = manager(() -> {
			this.fixture.time.advanceWithoutTimers(Duration.ofSeconds(30));
			return this.fixture.credentials.get();
		})) {
			assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(late::getSession)
				.withMessageContaining("deadline");
			assertThat(this.fixture.server.requests()).isEmpty();
		}
	}

	@Test
	void whenTheRenewalExtendsNothingThenALoginFollowsOnlyIfItIsPermitted() {
		RemoteSessionAcquirer acquirer = acquirer();
		long deadline = this.fixture.time.nanos().getAsLong() + LIFETIME.toNanos();
		ConnectCredentials credentials = this.fixture.credentials.get();
		SessionAcquirer.Result first = acquirer.acquire(null, credentials, deadline);
		CachedSession previous = CachedSession.of(first, credentials::equals, 1, 0, LIFETIME.toNanos());

		// At the same time, so that both have the same expiry.
		assertThatExceptionOfType(ConnectTokenRejectedException.class)
			.isThrownBy(() -> acquirer.acquire(previous, credentials, deadline, () -> false))
			.withMessageContaining("did not extend");
		assertThat(this.fixture.logins()).isOne();
		assertThat(acquirer.acquire(previous, credentials, deadline, () -> true).renewed()).isFalse();
		assertThat(this.fixture.logins()).isEqualTo(2);
	}

	private RemoteSessionAcquirer acquirer() {
		Retry retry = new Retry(SessionFixture.RETRY, this.fixture.time.nanos(), () -> 0.5, this.fixture.time::advance);
		SessionScheduler scheduler = new SessionScheduler(this.fixture.time.nanos(), this.fixture.time.clock(),
				this.fixture.time.newScheduler(), null, null);
		return new RemoteSessionAcquirer(this.client, retry, scheduler, ConnectObservations.NOOP);
	}

	private ConnectSessionManager manager(ConnectCredentialsProvider provider) {
		return this.fixture.builder(this.client, provider).build();
	}

}
