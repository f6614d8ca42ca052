package io.github.connectapi.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import io.github.connectapi.test.time.ManualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@Timeout(30)
class FakeConnectServerTests {

	@Test
	void whenStartedThenThePropertiesLeadToIt() {
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
	void whenTwoServersRunThenTheyShareNothing() throws Exception {
		try (FakeConnectServer one = FakeConnectServer.start(); FakeConnectServer two = FakeConnectServer.start()) {
			String token = Client.token(new Client(one).createSession(), "Token");
			assertThat(two.accepts(token)).isFalse();
			assertThat(two.requests()).isEmpty();
		}
	}

	@Test
	void whenCredentialsAreGivenThenTheyReplaceTheFakeOnes() throws Exception {
		try (FakeConnectServer server = FakeConnectServer.builder()
			.https(false)
			.system("fake-system", "fake-system-password")
			.user("me", "mine", "7")
			.start()) {
			JsonNode answer = new Client(server).createSession("me", "mine");
			assertThat(answer.at("/CreateSessionResult/AccountId").asString()).isEqualTo("7");
			assertThat(Client.code(new Client(server).createSession())).isEqualTo("InvalidUsernameOrPassword");
			assertThat(server.toString()).doesNotContain("mine");
		}
	}

	@Test
	void whenTheLifetimeIsGivenAsTextThenItIsAString() throws Exception {
		try (FakeConnectServer server = FakeConnectServer.builder()
			.https(false)
			.tokenLifetimeMinutes(5)
			.durationAsString(true)
			.start()) {
			JsonNode answer = new Client(server).createSession();
			assertThat(answer.at("/CreateSessionResult/TokenDurationMinutes").isString()).isTrue();
			assertThat(answer.at("/CreateSessionResult/TokenDurationMinutes").asString()).isEqualTo("5");
			server.advanceClock(Duration.ofMinutes(5));
			assertThat(server.accepts(Client.token(answer, "Token"))).isFalse();
		}
	}

	@Test
	void whenAClockIsGivenThenTokensExpireByIt() throws Exception {
		ManualTime time = ManualTime.create();
		try (FakeConnectServer server = FakeConnectServer.builder().https(false).clock(time.clock()).start()) {
			String token = Client.token(new Client(server).createSession(), "Token");
			time.advance(Duration.ofMinutes(30).minusNanos(1));
			assertThat(server.accepts(token)).isTrue();
			time.advance(Duration.ofNanos(1));
			assertThat(server.accepts(token)).isFalse();
			assertThat(server.requests().get(0).receivedAt()).isEqualTo("2026-01-01T00:00:00Z");
			assertThatIllegalStateException().isThrownBy(() -> server.advanceClock(Duration.ofMinutes(1)));
		}
	}

	@Test
	void whenRenewalRevokesTheOldPairThenOnlyTheNewIsAccepted() throws Exception {
		try (FakeConnectServer server = FakeConnectServer.builder()
			.https(false)
			.renewal(Renewal.NEW_PAIR_OLD_REVOKED)
			.start()) {
			Client client = new Client(server);
			JsonNode old = client.createSession();
			JsonNode renewed = client.renewSession(Client.token(old, "SecureToken"));
			assertThat(server.accepts(Client.token(old, "Token"))).isFalse();
			assertThat(server.accepts(Client.token(renewed, "Token"))).isTrue();
		}
	}

	@Test
	void whenRenewalKeepsThePairThenItIsValidForLonger() throws Exception {
		try (FakeConnectServer server = FakeConnectServer.builder().https(false).renewal(Renewal.SAME_PAIR).start()) {
			Client client = new Client(server);
			JsonNode old = client.createSession();
			server.advanceClock(Duration.ofMinutes(20));
			JsonNode renewed = client.renewSession(Client.token(old, "SecureToken"));
			assertThat(Client.token(renewed, "Token")).isEqualTo(Client.token(old, "Token"));
			server.advanceClock(Duration.ofMinutes(20));
			assertThat(server.accepts(Client.token(old, "Token"))).isTrue();
		}
	}

	@Test
	void whenResetThenEverythingIsAsAtTheStart() throws Exception {
		try (FakeConnectServer server = FakeConnectServer.start()) {
			Client client = new Client(server);
			String token = Client.token(client.createSession(), "Token");
			server.accounts().changeUserPassword("fake-user", "other");
			server.always("CreateSession", Fault.drop());
			server.reset();
			assertThat(server.requests()).isEmpty();
			assertThat(server.accepts(token)).isFalse();
			assertThat(Client.status(client.createSession())).isEqualTo("success");
		}
	}

	@Test
	void whenClosedWhileRequestsWaitThenTheyFailAndClosingDoesNotHang() throws Exception {
		FakeConnectServer server = FakeConnectServer.start();
		server.enqueue("CreateSession", Fault.hang(), Fault.block());
		Client client = new Client(server);
		CompletableFuture<?> one = Client.HTTP.sendAsync(client.request("/v1/session/CreateSession", "{}").build(),
				BodyHandlers.ofString());
		CompletableFuture<?> two = Client.HTTP.sendAsync(client.request("/v1/session/CreateSession", "{}").build(),
				BodyHandlers.ofString());
		server.awaitRequests("CreateSession", 2, Duration.ofSeconds(10));
		long start = System.nanoTime();
		server.close();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
		assertThat(one).failsWithin(Duration.ofSeconds(10));
		assertThat(two).failsWithin(Duration.ofSeconds(10));
	}

	@Test
	void whenClosedWhileARequestWaitsThenNoThreadIsLeft() throws Exception {
		Set<Thread> before = Thread.getAllStackTraces().keySet();
		FakeConnectServer server = FakeConnectServer.builder().https(false).start();
		server.enqueue("CreateSession", Fault.block());
		Client.HTTP.sendAsync(new Client(server).request("/v1/session/CreateSession", "{}").build(),
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
	void whenClosedThenNothingListens() throws Exception {
		FakeConnectServer server = FakeConnectServer.start();
		server.close();
		server.close();
		Client client = new Client(server);
		assertThatExceptionOfType(IOException.class).isThrownBy(client::createSession);
	}

	@Test
	void whenThePortIsTakenThenStartingFails() {
		try (FakeConnectServer server = FakeConnectServer.start()) {
			int taken = URI.create(server.baseUrl()).getPort();
			assertThatExceptionOfType(UncheckedIOException.class)
				.isThrownBy(() -> FakeConnectServer.builder().port(taken).start());
			assertThatExceptionOfType(UncheckedIOException.class)
				.isThrownBy(() -> FakeConnectServer.builder().httpsPort(taken).start());
		}
	}

	@Test
	void whenASettingIsImpossibleThenItIsRefused() {
		FakeConnectServerBuilder builder = FakeConnectServer.builder();
		assertThatIllegalArgumentException().isThrownBy(() -> builder.port(65536));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.tokenLifetimeMinutes(0));
	}

}
