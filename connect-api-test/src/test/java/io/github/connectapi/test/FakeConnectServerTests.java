package io.github.connectapi.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import io.github.connectapi.test.time.ManualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

@Timeout(30)
class FakeConnectServerTests {

	@Test
	void whenStartedThenPropertiesReferToServer() {
		try (FakeConnectServer server = FakeConnectServer.start()) {
			assertThat(server.properties())
				.containsOnlyKeys("getty.connect.base-url", "getty.connect.system-id", "getty.connect.system-password",
						"getty.connect.user-name", "getty.connect.user-password")
				.containsEntry("getty.connect.base-url", server.baseUrl())
				.containsEntry("getty.connect.system-id", "fake-system");
			assertThat(URI.create(server.baseUrl())).hasScheme("http").hasHost("127.0.0.1").hasPath("");
		}
	}

	@Test
	void whenTwoServersRunThenTheyAreIndependent() throws Exception {
		try (FakeConnectServer one = FakeConnectServer.start(); FakeConnectServer two = FakeConnectServer.start()) {
			String token = RawClient.token(new RawClient(one).createSession(), "Token");
			assertThat(two.accepts(token)).isFalse();
			assertThat(two.requests()).isEmpty();
		}
	}

	@Test
	void whenCredentialsAreSetThenTheyReplaceTheDefaults() throws Exception {
		try (FakeConnectServer server = FakeConnectServer.builder()
			.https(false)
			.system("fake-system", "fake-system-password")
			.user("me", "mine", "7")
			.start()) {
			JsonNode envelope = new RawClient(server).createSession("me", "mine");
			assertThat(envelope.at("/CreateSessionResult/AccountId").asString()).isEqualTo("7");
			assertThat(RawClient.code(new RawClient(server).createSession())).isEqualTo("InvalidUsernameOrPassword");
			assertThat(server.toString()).doesNotContain("mine");
		}
	}

	@Test
	void whenDurationIsStringThenResultHasString() throws Exception {
		try (FakeConnectServer server = FakeConnectServer.builder()
			.https(false)
			.tokenLifetimeMinutes(5)
			.durationAsString(true)
			.start()) {
			JsonNode envelope = new RawClient(server).createSession();
			assertThat(envelope.at("/CreateSessionResult/TokenDurationMinutes").isString()).isTrue();
			assertThat(envelope.at("/CreateSessionResult/TokenDurationMinutes").asString()).isEqualTo("5");
			server.advanceClock(Duration.ofMinutes(5));
			assertThat(server.accepts(RawClient.token(envelope, "Token"))).isFalse();
		}
	}

	@Test
	void whenClockIsSetThenTokensExpireByThatClock() throws Exception {
		ManualTime time = ManualTime.create();
		try (FakeConnectServer server = FakeConnectServer.builder().https(false).clock(time.clock()).start()) {
			String token = RawClient.token(new RawClient(server).createSession(), "Token");
			time.advance(Duration.ofMinutes(30).minusNanos(1));
			assertThat(server.accepts(token)).isTrue();
			time.advance(Duration.ofNanos(1));
			assertThat(server.accepts(token)).isFalse();
			assertThat(server.requests().get(0).receivedAt()).isEqualTo("2026-01-01T00:00:00Z");
			assertThatIllegalStateException().isThrownBy(() -> server.advanceClock(Duration.ofMinutes(1)));
		}
	}

	@Test
	void whenRenewalRevokesOldPairThenOnlyNewPairIsAccepted() throws Exception {
		try (FakeConnectServer server = FakeConnectServer.builder()
			.https(false)
			.renewal(Renewal.NEW_PAIR_OLD_REVOKED)
			.start()) {
			RawClient client = new RawClient(server);
			JsonNode old = client.createSession();
			JsonNode renewed = client.renewSession(RawClient.token(old, "SecureToken"));
			assertThat(server.accepts(RawClient.token(old, "Token"))).isFalse();
			assertThat(server.accepts(RawClient.token(renewed, "Token"))).isTrue();
		}
	}

	@Test
	void whenRenewalKeepsPairThenItsValidityIsExtended() throws Exception {
		try (FakeConnectServer server = FakeConnectServer.builder().https(false).renewal(Renewal.SAME_PAIR).start()) {
			RawClient client = new RawClient(server);
			JsonNode old = client.createSession();
			server.advanceClock(Duration.ofMinutes(20));
			JsonNode renewed = client.renewSession(RawClient.token(old, "SecureToken"));
			assertThat(RawClient.token(renewed, "Token")).isEqualTo(RawClient.token(old, "Token"));
			server.advanceClock(Duration.ofMinutes(20));
			assertThat(server.accepts(RawClient.token(old, "Token"))).isTrue();
		}
	}

	@Test
	void whenResetThenInitialStateIsRestored() throws Exception {
		try (FakeConnectServer server = FakeConnectServer.start()) {
			RawClient client = new RawClient(server);
			String token = RawClient.token(client.createSession(), "Token");
			server.accounts().changeUserPassword("fake-user", "other");
			server.always("CreateSession", Fault.drop());
			server.reset();
			assertThat(server.requests()).isEmpty();
			assertThat(server.accepts(token)).isFalse();
			assertThat(RawClient.status(client.createSession())).isEqualTo("success");
		}
	}

	@Test
	void whenClosedWhileRequestsArePendingThenTheyFailAndCloseReturns() throws Exception {
		FakeConnectServer server = FakeConnectServer.start();
		server.enqueue("CreateSession", Fault.hang(), Fault.block());
		RawClient client = new RawClient(server);
		CompletableFuture<?> one = RawClient.HTTP.sendAsync(client.request("/v1/session/CreateSession", "{}").build(),
				BodyHandlers.ofString());
		CompletableFuture<?> two = RawClient.HTTP.sendAsync(client.request("/v1/session/CreateSession", "{}").build(),
				BodyHandlers.ofString());
		server.awaitRequests("CreateSession", 2, Duration.ofSeconds(10));
		long start = System.nanoTime();
		server.close();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
		assertThat(one).failsWithin(Duration.ofSeconds(10));
		assertThat(two).failsWithin(Duration.ofSeconds(10));
	}

	@Test
	void whenClosedWhileRequestIsPendingThenAllThreadsEnd() throws Exception {
		Set<Thread> before = Thread.getAllStackTraces().keySet();
		FakeConnectServer server = FakeConnectServer.builder().https(false).start();
		server.enqueue("CreateSession", Fault.block());
		RawClient.HTTP.sendAsync(new RawClient(server).request("/v1/session/CreateSession", "{}").build(),
				BodyHandlers.ofString());
		server.awaitRequests("CreateSession", 1, Duration.ofSeconds(10));
		List<Thread> own = Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("fake-connect-") && !before.contains(thread))
			.toList();
		assertThat(own).isNotEmpty();
		server.close();
		for (Thread thread : own) {
			thread.join(10_000);
		}
		assertThat(own).noneMatch(Thread::isAlive);
	}

	@Test
	void whenClosedThenConnectionsAreRefused() throws Exception {
		FakeConnectServer server = FakeConnectServer.start();
		server.close();
		server.close();
		RawClient client = new RawClient(server);
		assertThatExceptionOfType(IOException.class).isThrownBy(client::createSession);
	}

	@Test
	void whenPortIsInUseThenStartFails() {
		try (FakeConnectServer server = FakeConnectServer.start()) {
			int taken = URI.create(server.baseUrl()).getPort();
			assertThatExceptionOfType(UncheckedIOException.class)
				.isThrownBy(() -> FakeConnectServer.builder().port(taken).start());
			assertThatExceptionOfType(UncheckedIOException.class)
				.isThrownBy(() -> FakeConnectServer.builder().httpsPort(taken).start());
		}
	}

	@Test
	void whenSettingIsInvalidThenItIsRejected() {
		FakeConnectServerBuilder builder = FakeConnectServer.builder();
		assertThatIllegalArgumentException().isThrownBy(() -> builder.port(65536));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.tokenLifetimeMinutes(0));
	}

	@Test
	void whenAThreadStartsThenItInheritsNothing() throws Exception {
		InheritableThreadLocal<String> user = new InheritableThreadLocal<>();
		ClassLoader original = Thread.currentThread().getContextClassLoader();
		Set<String> inherited = ConcurrentHashMap.newKeySet();
		user.set("Alice");
		try (URLClassLoader loader = new URLClassLoader(new URL[0], original)) {
			Thread.currentThread().setContextClassLoader(loader);
			FakeConnectServerBuilder builder = FakeConnectServer.builder().clock(() -> {
				boolean ours = Thread.currentThread().getName().startsWith("fake-connect");
				if (ours && (user.get() != null || Thread.currentThread().getContextClassLoader() == loader)) {
					inherited.add(Thread.currentThread().getName());
				}
				return Instant.now();
			});
			try (FakeConnectServer server = builder.start()) {
				assertThat(new RawClient(server).createSession()).isNotNull();
			}
		}
		finally {
			Thread.currentThread().setContextClassLoader(original);
			user.remove();
		}
		assertThat(inherited).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whenAPortIsInUseThenTheFailureNamesItAndNothingIsLeft(boolean https) throws IOException {
		try (ServerSocket occupied = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			int port = occupied.getLocalPort();
			FakeConnectServerBuilder builder = https ? FakeConnectServer.builder().httpsPort(port)
					: FakeConnectServer.builder().port(port);
			Set<Thread> before = Thread.getAllStackTraces().keySet();
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(builder::start)
				.withMessageStartingWith(
						"Failed to start the fake Connect API: port %s cannot be opened, because it is in use or reserved. Choose another port, or 0 for a free one ("
							.formatted(port));
			for (Thread thread : Thread.getAllStackTraces().keySet()) {
				if (!before.contains(thread) && !thread.isDaemon()) {
					assertThatNoException().isThrownBy(() -> thread.join(10_000));
					assertThat(thread.isAlive()).as(thread.getName()).isFalse();
				}
			}
		}
	}

}
