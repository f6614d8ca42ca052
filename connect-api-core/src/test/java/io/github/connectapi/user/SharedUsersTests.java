package io.github.connectapi.user;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.retry.RetrySettings;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionSnapshot.Sharing;
import io.github.connectapi.session.SessionManagerFactory;
import io.github.connectapi.store.InMemorySessionStore;
import io.github.connectapi.store.SharedSessionSettings;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.time.ManualTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Instances that share the sessions of many users.
 */
class SharedUsersTests {

	private static final SharedSessionSettings SETTINGS = SharedSessionSettings.defaults()
		.withSecret("0123456789abcdef0123456789abcdef")
		.withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(10));

	private final ManualTime time = ManualTime.create();

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).clock(this.time.clock()).start();

	private final ConnectClient client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl())).build();

	private final ControlledStore store = new ControlledStore(new InMemorySessionStore(this.time.clock()));

	private final Map<String, ConnectCredentials> credentials = new ConcurrentHashMap<>();

	private final List<ConnectSessions> instances = new ArrayList<>();

	private final List<String> events = new ArrayList<>();

	private final ConnectSessions one = instance(SETTINGS);

	private final ConnectSessions two = instance(SETTINGS);

	private ConnectSessions instance(SharedSessionSettings shared) {
		return instance(shared, (settings) -> settings.withMaxLoginsPerSecond(1000));
	}

	private ConnectSessions instance(SharedSessionSettings shared, UnaryOperator<ConnectSessionsSettings> settings) {
		SessionManagerFactory factory = new SessionManagerFactory(() -> 0.5, this.time::advance);
		ConnectSessions sessions = new ConnectSessionsBuilder(factory, this.client, this.credentials::get)
			.nanoClock(this.time.nanos())
			.clock(this.time.clock())
			.scheduler(this.time.newScheduler())
			.settings(settings.apply(ConnectSessionsSettings.defaults()))
			.retry(RetrySettings.defaults().withMaxAttempts(1))
			.listener((key, event) -> {
				synchronized (this.events) {
					this.events.add(key + " " + event.getClass().getSimpleName());
				}
			})
			.sharedSession(this.store, shared)
			.build();
		this.instances.add(sessions);
		return sessions;
	}

	@AfterEach
	void close() {
		this.store.release();
		this.instances.forEach(ConnectSessions::close);
		this.client.close();
		this.server.close();
	}

	@Test
	void whenInstancesShareSessionsThenEachUserNeedsOneLogin() {
		List<String> keys = IntStream.range(0, 20).mapToObj((number) -> "user-" + number).toList();
		keys.forEach(this::add);
		for (String key : keys) {
			ConnectSession session = session(this.one, key);
			assertThat(session(this.two, key)).isEqualTo(session);
			assertThat(session.accountId()).contains("account-" + key);
		}
		assertThat(logins()).isEqualTo(20);
		await().untilAsserted(() -> {
			synchronized (this.events) {
				assertThat(this.events).hasSize(40).contains("user-7 Created", "user-7 Adopted");
			}
		});
	}

	@Test
	void whenAnInstanceStartsThenTheRateOfLoginsDoesNotDelayWhatItAdopts() {
		List<String> keys = IntStream.range(0, 20).mapToObj((number) -> "user-" + number).toList();
		keys.forEach(this::add);
		keys.forEach((key) -> session(this.one, key));
		ConnectSessions started = instance(SETTINGS, (settings) -> settings.withMaxLoginsPerSecond(1));
		keys.forEach((key) -> session(started, key));
		assertThat(logins()).isEqualTo(20);
	}

	@Test
	void whenASessionIsRenewedThenAnotherInstanceAdoptsItWithItsNextRead() {
		add("user");
		ConnectSession first = session(this.one, "user");
		session(this.two, "user");
		this.time.advance(UsersFixture.DUE.plusMinutes(1));
		await().untilAsserted(() -> assertThat(session(this.one, "user")).isNotEqualTo(first));
		await().untilAsserted(() -> assertThat(session(this.two, "user")).isEqualTo(session(this.one, "user")));
		assertThat(this.server.count("RenewSession")).isOne();
		assertThat(logins()).isOne();
	}

	@Test
	void whenATokenIsRevokedThenOneInstanceLogsIn() {
		add("user");
		ConnectSession first = accepted(this.one, "user");
		accepted(this.two, "user");
		this.server.revokeAll();
		assertThat(this.one.forUser("user").invalidate(first)).isTrue();
		ConnectSession second = session(this.one, "user");
		assertThat(this.two.forUser("user").invalidate(first)).isTrue();
		assertThat(session(this.two, "user")).isEqualTo(second).isNotEqualTo(first);
		assertThat(logins()).isEqualTo(2);
	}

	@Test
	void whenAnAdoptedTokenIsRejectedHereThenThisInstanceHasASessionOfItsOwn() {
		add("user");
		add("other");
		ConnectSession shared = accepted(this.one, "user");
		ConnectSession adopted = session(this.two, "user");
		this.two.forUser("user").invalidate(adopted);
		assertThat(session(this.two, "user")).isNotEqualTo(shared);
		assertThat(session(this.one, "user")).isEqualTo(shared);
		assertThat(sharing(this.two, "user")).isEqualTo(new Sharing(true, true));
		session(this.one, "other");
		session(this.two, "other");
		assertThat(sharing(this.two, "other")).isEqualTo(new Sharing(false, true));
	}

	@Test
	void whenAPasswordIsWrongThenTheInstancesSendItOnce() {
		add("user");
		add("other");
		this.credentials.put("user", UsersFixture.credentials("user", "wrong"));
		for (ConnectSessions instance : List.of(this.one, this.two, this.one)) {
			assertThatExceptionOfType(ConnectApiException.class)
				.isThrownBy(() -> instance.forUser("user").getSession());
		}
		assertThat(logins()).isOne();
		assertThat(session(this.two, "other")).isNotNull();
	}

	@Test
	void whenAPasswordIsCorrectedThenAnotherRecordIsUsed() {
		add("user");
		ConnectSession first = session(this.one, "user");
		this.server.accounts().changeUserPassword("user", "changed");
		this.credentials.put("user", UsersFixture.credentials("user", "changed"));
		assertThat(session(this.two, "user")).isNotEqualTo(first);
		assertThat(logins()).isEqualTo(2);
	}

	@Test
	void whenAUserIsForgottenThenHisSessionRemainsInTheStore() {
		add("user");
		ConnectSession session = session(this.one, "user");
		this.one.forget("user");
		assertThat(session(this.two, "user")).isEqualTo(session);
		assertThat(session(this.one, "user")).isEqualTo(session);
		assertThat(logins()).isOne();
	}

	@Test
	void whenUsersAreIdleThenTheStoreIsNotUsed() {
		List<String> keys = IntStream.range(0, 100).mapToObj((number) -> "user-" + number).toList();
		keys.forEach(this::add);
		keys.forEach((key) -> session(this.one, key));
		int before = this.store.operations();
		keys.forEach((key) -> session(this.one, key));
		this.time.advance(Duration.ofHours(1));
		assertThat(this.store.operations()).isEqualTo(before);
	}

	@Test
	void whenTheStoreIsUnavailableThenEachInstanceLogsInUntilItReturns() {
		add("user");
		add("later");
		this.store.available = false;
		assertThat(session(this.two, "user")).isNotEqualTo(session(this.one, "user"));
		assertThat(sharing(this.one, "user")).isEqualTo(new Sharing(true, false));
		this.store.available = true;
		session(this.one, "later");
		assertThat(session(this.two, "later")).isEqualTo(session(this.one, "later"));
		assertThat(sharing(this.two, "later")).isEqualTo(new Sharing(false, true));
		assertThat(logins()).isEqualTo(3);
	}

	@Test
	void whenTheStoreIsUnavailableAndItIsAwaitedThenNothingIsSent() {
		add("user");
		this.store.available = false;
		ConnectSessions waiting = instance(SETTINGS.waitForStore());
		assertThatExceptionOfType(ConnectUnavailableException.class)
			.isThrownBy(() -> waiting.forUser("user").getSession())
			.withMessage("The store of the shared session did not respond");
		assertThat(logins()).isZero();
	}

	@Test
	void whenTheStoreHangsThenValidUsersAreServedAndOthersLogIn() {
		ConnectSessions impatient = instance(SETTINGS.withTimeouts(Duration.ofMillis(500), Duration.ofMillis(50)));
		add("valid");
		ConnectSession valid = session(impatient, "valid");
		this.store.hang();
		List<String> keys = IntStream.range(0, 40).mapToObj((number) -> "user-" + number).toList();
		keys.forEach(this::add);
		keys.forEach((key) -> {
			assertThat(session(impatient, key)).isNotNull();
			assertThat(session(impatient, "valid")).isEqualTo(valid);
		});
		assertThat(logins()).isEqualTo(41);
	}

	@Test
	void whenTheServerFailsForUsersOfAnotherInstanceThenThatIsNoOutageHere() {
		List<String> keys = List.of("one", "two", "three", "four");
		keys.forEach(this::add);
		this.server.always("CreateSession", Fault.status(503).retryAfter("60"));
		keys.forEach((key) -> assertThatExceptionOfType(ConnectApiException.class)
			.isThrownBy(() -> instance(SETTINGS).forUser(key).getSession()));
		this.server.clearFaults();
		keys.forEach((key) -> assertThatExceptionOfType(ConnectApiException.class)
			.isThrownBy(() -> this.two.forUser(key).getSession()));
		assertThat(this.two.snapshot().outage()).isFalse();
		add("other");
		assertThat(session(this.two, "other")).isNotNull();
	}

	@Test
	void whenThereIsNoSecretThenTheSessionsAreNotShared() {
		assertThatIllegalArgumentException().isThrownBy(() -> instance(SharedSessionSettings.defaults()))
			.withMessage(
					"Sessions of many users are shared with a secret only: set a secret of at least 32 random characters");
	}

	private void add(String key) {
		this.server.accounts().add(key, "password", "account-" + key);
		this.credentials.put(key, UsersFixture.credentials(key, "password"));
	}

	private static ConnectSession session(ConnectSessions instance, String key) {
		return instance.forUser(key).getSession();
	}

	/** Return a session that the server has accepted from this instance. */
	private static ConnectSession accepted(ConnectSessions instance, String key) {
		ConnectSessionManager user = instance.forUser(key);
		ConnectSession session = user.getSession();
		user.confirm(session);
		return session;
	}

	private static @Nullable Sharing sharing(ConnectSessions instance, String key) {
		return instance.snapshot(key).orElseThrow().sharing();
	}

	private int logins() {
		return this.server.count("CreateSession");
	}

}
