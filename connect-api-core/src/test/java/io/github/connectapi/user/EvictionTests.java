package io.github.connectapi.user;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * Idle sessions are evicted, and the number of users is limited.
 */
@Timeout(60)
class EvictionTests {

	@Test
	void whenASessionIsIdleThenItIsEvictedAndTheNextReadCreatesAnother() {
		try (UsersFixture fixture = idleTimeout(Duration.ofMinutes(10))) {
			ConnectSessionManager user = fixture.user("first");
			ConnectSession first = user.getSession();
			fixture.time.advance(Duration.ofMinutes(12));

			assertThat(fixture.sessions.snapshot().users()).isZero();
			assertThat(fixture.sessions.snapshot().evictions()).isOne();
			assertThat(user.getSession()).isNotEqualTo(first);
		}
	}

	@Test
	void whenASessionIsReadThenItIsNotEvicted() {
		try (UsersFixture fixture = idleTimeout(Duration.ofMinutes(10))) {
			ConnectSessionManager user = fixture.user("first");
			ConnectSession first = user.getSession();
			for (int i = 0; i < 4; i++) {
				fixture.time.advance(Duration.ofMinutes(5));
				assertThat(user.getSession()).isSameAs(first);
			}
		}
	}

	@Test
	void whenAnAcquisitionIsRunningThenItIsNotEvicted() throws Exception {
		try (UsersFixture fixture = idleTimeout(Duration.ofSeconds(5))) {
			ConnectSessionManager user = fixture.user("first");
			fixture.server.enqueue("CreateSession", Fault.block());
			var stage = user.getSessionAsync().toCompletableFuture();
			fixture.server.awaitRequests("CreateSession", 1, Duration.ofSeconds(10));
			fixture.time.advance(Duration.ofSeconds(20));
			assertThat(fixture.sessions.snapshot().users()).isOne();
			fixture.server.unblock();

			assertThat(stage.join()).isSameAs(user.getSession());
		}
	}

	@Test
	void whenTheWallClockIsSetBackThenTheSessionIsStillEvictedLater() {
		try (UsersFixture fixture = idleTimeout(Duration.ofMinutes(10))) {
			fixture.user("first").getSession();
			fixture.time.adjustWallClock(Duration.ofDays(-30));
			fixture.time.advance(Duration.ofMinutes(15));

			assertThat(fixture.sessions.snapshot().users()).isZero();
		}
	}

	@Test
	void whenABackOffWasEvictedThenItContinues() {
		try (UsersFixture fixture = idleTimeout(Duration.ofSeconds(10))) {
			ConnectSessionManager wrong = fixture.wrongUser("first");
			assertThat(catchThrowable(wrong::getSession)).isNotNull();
			fixture.time.advance(Duration.ofSeconds(60));
			assertThat(fixture.sessions.snapshot().users()).isZero();

			assertThat(catchThrowable(wrong::getSession)).isNotNull();
			assertThat(fixture.logins()).isOne();
		}
	}

	@Test
	void whenTheProviderThrowsForMadeUpKeysThenTheyDoNotReplaceTheBackOffOfARejectedUser() {
		try (UsersFixture fixture = new UsersFixture((settings) -> settings.withMaxBackoffs(10), (key) -> {
			if (key.equals("rejected")) {
				return UsersFixture.credentials(key, "wrong");
			}
			throw new IllegalArgumentException("There is no such user");
		})) {
			assertThat(catchThrowable(fixture.sessions.forUser("rejected")::getSession)).isNotNull();
			IntStream.range(0, 100)
				.mapToObj((number) -> fixture.sessions.forUser("made-up-" + number))
				.forEach((user) -> assertThat(catchThrowable(user::getSession)).isNotNull());

			assertThat(catchThrowable(fixture.sessions.forUser("rejected")::getSession)).isNotNull();
			assertThat(fixture.logins()).isOne();
			assertThat(fixture.sessions.snapshot().backoffs()).isEqualTo(10);
		}
	}

	@Test
	void whenAllUsersAreActiveThenAnotherOneIsRefused() {
		try (UsersFixture fixture = new UsersFixture((settings) -> settings.withMaxUsers(2))) {
			ConnectSession first = fixture.user("first").getSession();
			fixture.user("second").getSession();
			ConnectUnavailableException failure = catchThrowableOfType(ConnectUnavailableException.class,
					() -> fixture.user("third").getSession());

			assertThat(failure).hasMessageContaining("no room for another user");
			assertThat(failure.isTransient()).isTrue();
			assertThat(fixture.sessions.forUser("first").getSession()).isSameAs(first);
			await().untilAsserted(() -> assertThat(fixture.sessions.snapshot().users()).isEqualTo(2));
		}
	}

	@Test
	void whenThereIsNoRoomThenTheUserThatWasIdleForTheLongestTimeIsEvicted() {
		try (UsersFixture fixture = new UsersFixture((settings) -> settings.withMaxUsers(3))) {
			ConnectSession first = fixture.user("first").getSession();
			fixture.time.advance(Duration.ofMinutes(2));
			ConnectSession second = fixture.user("second").getSession();
			fixture.time.advance(Duration.ofMinutes(2));
			ConnectSession third = fixture.user("third").getSession();
			fixture.user("fourth").getSession();

			assertThat(fixture.sessions.forUser("second").getSession()).isSameAs(second);
			assertThat(fixture.sessions.forUser("third").getSession()).isSameAs(third);
			assertThat(fixture.sessions.snapshot("first")).isEmpty();
			assertThat(first).isNotNull();
			assertThat(fixture.sessions.snapshot().users()).isEqualTo(3);
		}
	}

	@Test
	void whenOneUserOfManyIsIdleThenHeIsFound() {
		try (UsersFixture fixture = new UsersFixture((settings) -> settings.withMaxUsers(300))) {
			IntStream.range(0, 300).forEach((i) -> fixture.user("user-" + i).getSession());
			fixture.time.advance(Duration.ofMinutes(2));
			IntStream.range(0, 300)
				.filter((i) -> i != 250)
				.forEach((i) -> fixture.sessions.forUser("user-" + i).getSession());

			assertThat(fixture.user("another").getSession()).isNotNull();
			assertThat(fixture.sessions.snapshot("user-250")).isEmpty();
		}
	}

	@Test
	void whenMadeUpKeysAreReadThenTheyPushOutNoUser() {
		try (UsersFixture fixture = new UsersFixture((settings) -> settings.withMaxUsers(2))) {
			ConnectSession first = fixture.user("first").getSession();
			fixture.user("second").getSession();
			fixture.time.advance(Duration.ofMinutes(5));
			for (int i = 0; i < 1000; i++) {
				assertThat(catchThrowable(fixture.sessions.forUser("made-up-" + i)::getSession)).isNotNull();
			}

			assertThat(fixture.sessions.forUser("first").getSession()).isSameAs(first);
			assertThat(fixture.sessions.snapshot().evictions()).isZero();
			assertThat(fixture.sessions.snapshot().backoffs()).isZero();
			await().untilAsserted(() -> assertThat(fixture.sessions.snapshot().users()).isEqualTo(2));
		}
	}

	private static UsersFixture idleTimeout(Duration idleTimeout) {
		return new UsersFixture((settings) -> settings.withIdleTimeout(idleTimeout));
	}

}
