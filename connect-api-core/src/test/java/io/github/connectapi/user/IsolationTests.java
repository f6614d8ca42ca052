package io.github.connectapi.user;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.ConnectWaitTimeoutException;
import io.github.connectapi.session.ConnectSessionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * What concerns some users does not affect the others, with real threads.
 */
@Timeout(120)
class IsolationTests {

	private static final ConnectSessionsSettings SETTINGS = ConnectSessionsSettings.defaults();

	private final CountDownLatch released = new CountDownLatch(1);

	@Test
	void whenManyProvidersHangThenAValidUserStillLogsIn() throws Exception {
		CountDownLatch hanging = new CountDownLatch(64);
		try (LocalUsers users = new LocalUsers(SETTINGS, (key) -> {
			if (key.startsWith("hanging")) {
				hanging.countDown();
				awaitRelease();
			}
			return LocalUsers.credentials(key);
		}, LocalUsers::session)) {
			IntStream.range(0, 64).forEach((i) -> users.sessions.forUser("hanging-" + i).renew());
			assertThat(hanging.await(30, TimeUnit.SECONDS)).isTrue();

			assertThat(users.sessions.forUser("valid").getSession().accountId()).contains("valid");
			this.released.countDown();
		}
	}

	@Test
	void whenManyUsersAreRejectedThenAValidOneStillLogsIn() throws Exception {
		try (LocalUsers users = new LocalUsers(SETTINGS.withMaxLoginsPerSecond(1000), LocalUsers::credentials,
				IsolationTests::rejectUnlessValid)) {
			assertThat(users.sessions.forUser("valid-first").getSession()).isNotNull();
			List<CompletableFuture<ConnectSession>> rejected = IntStream.range(0, 1000)
				.mapToObj((i) -> users.sessions.forUser("rejected-" + i).getSessionAsync().toCompletableFuture())
				.toList();

			assertThat(users.sessions.forUser("valid").getSession()).isNotNull();
			rejected.forEach((each) -> assertThat(catchThrowable(each::join))
				.hasRootCauseInstanceOf(ConnectCredentialsRejectedException.class));
			assertThat(users.sessions.snapshot().rejectedSystems()).isZero();
		}
	}

	private static ConnectSession rejectUnlessValid(ConnectCredentials credentials) {
		if (credentials.userName().orElseThrow().startsWith("valid")) {
			return LocalUsers.session(credentials);
		}
		throw new ConnectCredentialsRejectedException("CreateSession returned an error",
				ConnectFailure.permanentFailure("CreateSession", "InvalidUsernameOrPassword"));
	}

	@Test
	void whenASystemIsRejectedThenTenThousandUsersNeedOneLoginAndOtherSystemsNone() throws Exception {
		try (LocalUsers users = new LocalUsers(SETTINGS.withMaxLoginsPerSecond(1000),
				(key) -> LocalUsers.credentials(key.startsWith("other") ? "other" : "rejected", key), (credentials) -> {
					if (credentials.systemId().equals("other")) {
						return LocalUsers.session(credentials);
					}
					throw new ConnectCredentialsRejectedException("CreateSession returned an error",
							ConnectFailure.permanentFailure("CreateSession", "InvalidSystemIdOrPassword"));
				})) {
			ExecutorService callers = Executors.newFixedThreadPool(32);
			List<CompletableFuture<ConnectApiException>> failures = IntStream.range(0, 10_000)
				.mapToObj((i) -> CompletableFuture.supplyAsync(() -> catchThrowableOfType(ConnectApiException.class,
						() -> users.sessions.forUser("user-" + i).getSession()), callers))
				.toList();
			failures.forEach((failure) -> assertThat(failure.join()).isNotNull());
			assertThat(users.logins).hasValue(1);
			assertThat(users.sessions.forUser("other").getSession()).isNotNull();
			assertThat(users.sessions.snapshot().rejectedSystems()).isOne();
			assertThat(users.sessions.snapshot().backoffs()).as("none of the users is to blame").isZero();
			callers.shutdown();
		}
	}

	@Test
	void whenNoConnectionCanBeOpenedThenAllUsersStop() {
		try (LocalUsers users = new LocalUsers(SETTINGS, LocalUsers::credentials, (credentials) -> {
			throw new ConnectUnavailableException("no connection",
					ConnectFailure.transientFailure("CreateSession", null).withNotSent(true),
					new IOException(new ConnectException("refused")));
		})) {
			assertThat(catchThrowable(users.sessions.forUser("first")::getSession)).isNotNull();

			assertThatExceptionOfType(ConnectBackoffException.class)
				.isThrownBy(users.sessions.forUser("second")::getSession);
			assertThat(users.sessions.snapshot().outage()).isTrue();
			assertThat(users.logins).hasValue(1);
		}
	}

	@Test
	void whenNobodyWaitsAnyMoreThenTheAcquisitionLeavesTheQueue() throws Exception {
		CountDownLatch started = new CountDownLatch(1);
		try (LocalUsers users = new LocalUsers(SETTINGS.withMaxConcurrentAcquisitions(1), LocalUsers::credentials,
				(credentials) -> {
					started.countDown();
					if (credentials.userName().orElseThrow().equals("blocking")) {
						awaitRelease();
					}
					return LocalUsers.session(credentials);
				})) {
			users.sessions.forUser("blocking").renew();
			started.await();
			ConnectSessionManager waiting = users.sessions.forUser("waiting");
			assertThatExceptionOfType(ConnectWaitTimeoutException.class)
				.isThrownBy(() -> waiting.getSession(Duration.ofMillis(500)));

			await().untilAsserted(() -> assertThat(users.sessions.snapshot().queuedAcquisitions()).isZero());
			this.released.countDown();
			await().untilAsserted(() -> assertThat(users.sessions.snapshot().acquiring()).isZero());
			assertThat(users.logins).hasValue(1);
			assertThat(waiting.getSession()).isNotNull();
		}
	}

	@Test
	void whenTheQueueIsFullThenALoginFailsAtOnce() throws Exception {
		Semaphore started = new Semaphore(0);
		try (LocalUsers users = new LocalUsers(SETTINGS.withMaxQueuedAcquisitions(1), (key) -> {
			started.release();
			awaitRelease();
			return LocalUsers.credentials(key);
		}, LocalUsers::session)) {
			for (int i = 0; i < 80; i++) {
				users.sessions.forUser("user-" + i).renew();
				started.acquire();
			}
			users.sessions.forUser("queued").renew();
			ConnectUnavailableException failure = catchThrowableOfType(ConnectUnavailableException.class,
					() -> users.sessions.forUser("refused").getSession());

			assertThat(failure.isTransient()).isTrue();
			assertThat(failure.isNotSent()).isTrue();
			this.released.countDown();
			await().ignoreExceptions().until(() -> users.sessions.forUser("refused").getSession() != null);
		}
	}

	@Test
	void whenManyKeysAreMadeUpThenValidUsersAreServedAndNothingIsKept() {
		try (LocalUsers users = new LocalUsers(SETTINGS,
				(key) -> key.startsWith("valid") ? LocalUsers.credentials(key) : null, LocalUsers::session)) {
			for (int i = 0; i < 20_000; i++) {
				users.sessions.forUser("made-up-" + i).renew();
			}
			assertThat(users.sessions.forUser("valid").getSession()).isNotNull();

			await().atMost(Duration.ofSeconds(60))
				.untilAsserted(() -> assertThat(users.sessions.snapshot().users()).isOne());
			assertThat(users.sessions.snapshot().backoffs()).isZero();
		}
	}

	private void awaitRelease() {
		try {
			this.released.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
