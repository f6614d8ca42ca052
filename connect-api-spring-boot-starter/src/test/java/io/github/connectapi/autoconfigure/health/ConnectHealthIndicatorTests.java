package io.github.connectapi.autoconfigure.health;

import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.autoconfigure.FakeApplication;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.SharedSessionSettings;
import io.github.connectapi.store.StoreResult;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.junit.FakeConnectExtension;
import io.github.connectapi.test.time.ManualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ConnectHealthIndicator} with a fake server.
 */
class ConnectHealthIndicatorTests {

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	private final FakeConnectServer server = connect.server();

	@Test
	void whenNoSessionWasRequestedThenHealthIsUnknownAndNothingIsSent() {
		with((manager, indicator) -> {
			Health health = indicator.health();
			assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
			assertThat(health.getDetails()).containsOnlyKeys("generation").containsEntry("generation", 0);
			assertThat(this.server.requests()).isEmpty();
		});
	}

	@Test
	void whenTheSessionIsValidThenHealthIsUpWithItsTimestamps() {
		with((manager, indicator) -> {
			manager.getSession();
			Health health = indicator.health();
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails())
				.containsOnlyKeys("generation", "accountId", "expiresAt", "renewalDueAt", "lastSuccessAt")
				.containsEntry("generation", 1)
				.containsEntry("accountId", FakeConnectServerBuilder.ACCOUNT_ID);
			assertThat(timestamp(health, "renewalDueAt")).isBetween(timestamp(health, "lastSuccessAt"),
					timestamp(health, "expiresAt"));
		});
	}

	@Test
	void whenTheFirstLoginIsRejectedThenHealthIsDownWithTheCodeAndTheNextAttempt() {
		this.server.accounts().changeUserPassword(FakeConnectServerBuilder.USER_NAME, "changed");
		with((manager, indicator) -> {
			assertThatExceptionOfType(ConnectApiException.class).isThrownBy(manager::getSession);
			Health health = indicator.health();
			assertThat(health.getStatus()).isEqualTo(Status.DOWN);
			assertThat(health.getDetails()).containsEntry("operation", "CreateSession")
				.containsEntry("code", "InvalidUsernameOrPassword")
				.containsEntry("consecutiveFailures", 1)
				.containsEntry("credentialsRejected", true)
				.containsKeys("message", "coordinationId")
				.doesNotContainKeys("accountId", "expiresAt", "renewalDueAt", "lastSuccessAt");
			assertThat(timestamp(health, "nextAttemptAt")).isAfter(timestamp(health, "failedAt").plusSeconds(60));
		});
	}

	@Test
	void whenTheSessionIsOfOAuth2ThenHealthIsUpAndTheAccountIsUnknown() {
		FakeApplication.ofOAuth2(this.server).run((context) -> {
			context.getBean(ConnectSessionManager.class).getSession();
			Health health = context.getBean(ConnectHealthIndicator.class).health();
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsOnlyKeys("generation", "expiresAt", "renewalDueAt",
					"lastSuccessAt");
		});
	}

	@Test
	void whenTheApiSecretIsRejectedThenHealthIsDownWithTheCodeOfTheTokenEndpoint() {
		this.server.accounts().changeApiSecret("changed");
		FakeApplication.ofOAuth2(this.server).run((context) -> {
			assertThatExceptionOfType(ConnectApiException.class)
				.isThrownBy(context.getBean(ConnectSessionManager.class)::getSession);
			Health health = context.getBean(ConnectHealthIndicator.class).health();
			assertThat(health.getStatus()).isEqualTo(Status.DOWN);
			assertThat(health.getDetails()).containsEntry("operation", "PasswordGrant")
				.containsEntry("code", "invalid_client")
				.containsEntry("credentialsRejected", true);
			assertThat(health.getDetails().toString()).doesNotContain(FakeConnectServerBuilder.API_SECRET);
		});
	}

	@Test
	void whenTheApiIsDownThenHealthIsDown() {
		this.server.always("CreateSession", Fault.status(503));
		with((manager, indicator) -> {
			assertThatExceptionOfType(ConnectApiException.class).isThrownBy(manager::getSession);
			assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);
			assertThat(indicator.health().getDetails()).containsEntry("credentialsRejected", false);
		});
	}

	@Test
	void whenTheApiRecoversThenHealthIsUpWithoutTheFailure() {
		this.server.always("CreateSession", Fault.status(503));
		with((manager, indicator) -> {
			assertThatExceptionOfType(ConnectApiException.class).isThrownBy(manager::getSession);
			this.server.clearFaults();
			manager.reset();
			manager.getSession();
			assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
			assertThat(indicator.health().getDetails()).doesNotContainKeys("message", "failedAt", "nextAttemptAt");
		});
	}

	@Test
	void whenTwoThreadsHangInTheProviderThenHealthIsDownAndNamesIt() {
		ManualTime time = ManualTime.withThreads();
		AtomicInteger calls = new AtomicInteger();
		CompletableFuture<ConnectCredentials> end = new CompletableFuture<>();
		try (ConnectClient client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl())).build();
				ConnectSessionManager manager = ConnectSessionManager.builder(client, () -> {
					calls.incrementAndGet();
					return end.join();
				}).nanoClock(time.nanos()).clock(time.clock()).scheduler(time.newScheduler()).build()) {
			manager.renew();
			await().until(() -> calls.get() == 1);
			time.advance(Duration.ofSeconds(31));
			await().until(() -> calls.get() == 2);
			time.advance(Duration.ofSeconds(31));
			manager.reset();
			Health health = new ConnectHealthIndicator(manager).health();
			end.complete(FakeApplication.credentials(this.server));

			assertThat(health.getStatus()).isEqualTo(Status.DOWN);
			assertThat(health.getDetails()).containsEntry("abandonedAcquisitions", 2)
				.hasEntrySatisfying("message", (message) -> assertThat(message).asString()
					.contains("No acquisition was started", getClass().getName()));
		}
	}

	@Test
	void whenTheRenewalFailsThenHealthRemainsUpWithTheFailure() {
		with((manager, indicator) -> {
			manager.getSession();
			this.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));
			manager.renew();
			Health health = afterFailure(indicator);
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsEntry("operation", "RenewSession")
				.containsEntry("credentialsRejected", false)
				.containsKeys("expiresAt", "failedAt", "nextAttemptAt");
		});
	}

	@Test
	void whenTheRenewalIsRejectedThenHealthRemainsUpWithTheRejection() {
		with((manager, indicator) -> {
			manager.getSession();
			this.server.accounts().changeSystemPassword("changed");
			manager.renew();
			Health health = afterFailure(indicator);
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsEntry("code", "InvalidSystemIdOrPassword")
				.containsEntry("credentialsRejected", true);
		});
	}

	@Test
	void whenTheSessionIsSharedAndItsStoreFailsThenHealthRemainsUp() {
		SessionStore store = mock(SessionStore.class,
				(invocation) -> StoreResult.unavailable(new ConnectException("refused")));
		try (ConnectClient client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl())).build();
				ConnectSessionManager manager = ConnectSessionManager
					.builder(client, () -> FakeApplication.credentials(this.server))
					.sharedSession(store,
							SharedSessionSettings.defaults().withSecret("0123456789abcdef0123456789abcdef"))
					.build()) {
			manager.getSession();
			Health health = new ConnectHealthIndicator(manager).health();
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsEntry("ownSession", true).containsEntry("storeAvailable", false);
		}
	}

	@Test
	void whenTheManagerIsClosedThenHealthIsUnknown() {
		with((manager, indicator) -> {
			manager.close();
			assertThat(indicator.health().getStatus()).isEqualTo(Status.UNKNOWN);
		});
	}

	private void with(Check check) {
		FakeApplication.of(this.server).withPropertyValues("getty.connect.retry.max-attempts=1").run((context) -> {
			ConnectHealthIndicator indicator = context.getBean(ConnectHealthIndicator.class);
			check.run(context.getBean(ConnectSessionManager.class), indicator);
			assertThat(indicator.health().toString()).doesNotContain(FakeConnectServerBuilder.USER_PASSWORD,
					FakeConnectServerBuilder.SYSTEM_PASSWORD);
		});
	}

	/** The renewal runs in the background. */
	private static Health afterFailure(ConnectHealthIndicator indicator) {
		return await().until(indicator::health, (health) -> health.getDetails().containsKey("failedAt"));
	}

	private static Instant timestamp(Health health, String name) {
		return Instant.parse(String.valueOf(health.getDetails().get(name)));
	}

	interface Check {

		void run(ConnectSessionManager manager, ConnectHealthIndicator indicator) throws Exception;

	}

}
