package io.github.connectapi.user;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * Users whose acquisitions fail or hang do not delay those of others.
 */
@Timeout(120)
class FairnessTests {

	private static final Duration REJECTED_BACKOFF = Duration.ofMinutes(2);

	/** How many of the 16 threads repeat failed acquisitions. */
	private static final int RETRY_THREADS = 12;

	private static final int REJECTED_USERS = 1000;

	@Test
	void when64ProvidersHangThenAValidUserLogsIn() {
		CountDownLatch hanging = new CountDownLatch(1);
		AtomicInteger calls = new AtomicInteger();
		try (UsersFixture fixture = new UsersFixture(UnaryOperator.identity(), (key) -> {
			if (key.startsWith("hanging")) {
				calls.incrementAndGet();
				// Ignores the interrupt.
				await().atMost(Duration.ofMinutes(2)).until(() -> hanging.getCount() == 0);
			}
			return UsersFixture.credentials(key, "password");
		})) {
			ConnectSessionManager valid = fixture.user("valid");
			IntStream.range(0, 64).forEach((i) -> fixture.user("hanging-" + i).renew());
			await().until(() -> calls.get() == 64);

			assertThat(valid.getSession().accountId()).contains("account-valid");
			assertThat(fixture.logins()).isOne();
			hanging.countDown();
		}
	}

	@Test
	void whenAThousandRejectedUsersRetryThenTheFirstLoginOfAValidUserComesNext() throws Exception {
		try (UsersFixture fixture = new UsersFixture()) {
			ConnectSessionManager valid = fixture.user("valid");
			retryRejectedUsers(fixture);

			assertThat(valid.getSession()).isNotNull();
			assertThat(fixture.logins()).isEqualTo(REJECTED_USERS + RETRY_THREADS + 1);
			fixture.server.unblock();
		}
	}

	@Test
	void whenAThousandRejectedUsersRetryThenADueRenewalComesNext() throws Exception {
		try (UsersFixture fixture = new UsersFixture()) {
			ConnectSessionManager valid = fixture.user("valid");
			valid.getSession();
			fixture.time.advance(UsersFixture.DUE.minus(REJECTED_BACKOFF));
			retryRejectedUsers(fixture);

			assertThat(valid.getSession()).isNotNull();
			await().until(() -> fixture.renewals() == 1);
			assertThat(fixture.logins()).isEqualTo(1 + REJECTED_USERS + RETRY_THREADS);
			fixture.server.unblock();
		}
	}

	/** Return when retries use all threads that they may use, and others wait. */
	private static void retryRejectedUsers(UsersFixture fixture) {
		int before = fixture.logins();
		List<ConnectSessionManager> rejected = IntStream.range(0, REJECTED_USERS)
			.mapToObj((i) -> fixture.wrongUser("rejected-" + i))
			.toList();
		rejected.forEach(ConnectSessionManager::renew);
		await().atMost(Duration.ofMinutes(1)).until(() -> fixture.sessions.snapshot().failed() == REJECTED_USERS);
		fixture.time.advance(REJECTED_BACKOFF);
		for (int i = 0; i < RETRY_THREADS; i++) {
			fixture.server.enqueue("CreateSession", Fault.block());
		}
		rejected.forEach(ConnectSessionManager::renew);
		await().until(() -> fixture.logins() == before + REJECTED_USERS + RETRY_THREADS);
		await().until(() -> fixture.sessions.snapshot().queuedAcquisitions() == REJECTED_USERS - RETRY_THREADS);
	}

	@Test
	void whenASystemIsRejectedThenItsTenThousandUsersLogInOnceInAMinute() {
		try (UsersFixture fixture = new UsersFixture((settings) -> settings.withMaxQueuedAcquisitions(20_000))) {
			ConnectSessionManager valid = fixture.user("valid");
			List<ConnectSessionManager> rejected = IntStream.range(0, 10_000).mapToObj((i) -> {
				String key = "rejected-" + i;
				fixture.credentials.put(key, ConnectCredentials.of("other-system", "wrong", key, "password"));
				return fixture.sessions.forUser(key);
			}).toList();
			for (int second = 0; second < 60; second += 10) {
				rejected.forEach(ConnectSessionManager::renew);
				await().atMost(Duration.ofMinutes(1)).until(() -> fixture.sessions.snapshot().acquiring() == 0);
				fixture.time.advance(Duration.ofSeconds(10));
			}

			assertThat(fixture.logins()).isOne();
			assertThat(fixture.sessions.snapshot().rejectedSystems()).isOne();
			assertThat(valid.getSession()).isNotNull();
			Throwable failure = catchThrowable(rejected.get(5000)::getSession);
			assertThat(failure).isInstanceOf(ConnectBackoffException.class);
			assertThat(((ConnectBackoffException) failure).lastFailure())
				.isInstanceOf(ConnectCredentialsRejectedException.class);
		}
	}

}
