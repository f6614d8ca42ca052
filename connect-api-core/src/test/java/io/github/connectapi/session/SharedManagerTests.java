package io.github.connectapi.session;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.client.ClientHttpResponse;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.TokenUri;
import io.github.connectapi.metrics.ConnectSessionMetrics;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.session.ConnectSessionSnapshot.Sharing;
import io.github.connectapi.session.ConnectSessionSnapshot.State;
import io.github.connectapi.store.InMemorySessionStore;
import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.SharedSessionSettings;
import io.github.connectapi.store.StoreResult;
import io.github.connectapi.store.SwitchableStore;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.ReceivedRequest;
import io.github.connectapi.test.time.ManualTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for managers that share a session.
 */
class SharedManagerTests {

	private static final SharedSessionSettings SETTINGS = SharedSessionSettings.defaults()
		.withSecret("0123456789abcdef0123456789abcdef");

	private final ManualTime time = ManualTime.create();

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).clock(this.time.clock()).start();

	private final ConnectClient client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl(), true))
		.tokenUri(TokenUri.of(this.server.tokenUri()))
		.build();

	private final SwitchableStore store = new SwitchableStore(new InMemorySessionStore(this.time.clock()));

	private final List<ConnectSessionManager> managers = new ArrayList<>();

	private final List<String> events = new CopyOnWriteArrayList<>();

	private volatile String password = FakeConnectServerBuilder.USER_PASSWORD;

	private volatile boolean oauth2;

	/** What happens before the second manager requests a session. */
	private Runnable beforeRequest = () -> {
	};

	private final ConnectSessionManager one = manager("one");

	private final ConnectSessionManager two = manager("two");

	private ConnectSessionManager manager(String name) {
		return manager(name, this.client);
	}

	private ConnectSessionManager manager(String name, ConnectClient requests) {
		ConnectSessionManager manager = new SessionManagerFactory(() -> 0.5, this.time::advance)
			.builder(requests, () -> {
				if (name.equals("two")) {
					this.beforeRequest.run();
				}
				if (this.oauth2) {
					return ConnectCredentials.ofOAuth2(FakeConnectServerBuilder.API_KEY,
							FakeConnectServerBuilder.API_SECRET, FakeConnectServerBuilder.USER_NAME, this.password);
				}
				return ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID,
						FakeConnectServerBuilder.SYSTEM_PASSWORD, FakeConnectServerBuilder.USER_NAME, this.password);
			})
			.clock(this.time.clock())
			.nanoClock(this.time.nanos())
			.scheduler(this.time.newScheduler())
			.listener((event) -> this.events.add(name + " " + event.getClass().getSimpleName()))
			.sharedSession(this.store, SETTINGS)
			.build();
		this.managers.add(manager);
		return manager;
	}

	@AfterEach
	void close() {
		this.managers.forEach(ConnectSessionManager::close);
		this.client.close();
		this.server.close();
	}

	@Test
	void whenManagersShareASessionThenTheyNeedOneLogin() {
		ConnectSession session = this.one.getSession();
		assertThat(this.two.getSession()).isEqualTo(session);
		assertThat(this.server.count("CreateSession")).isOne();
		await().untilAsserted(() -> assertThat(this.events).containsExactlyInAnyOrder("one Created", "two Adopted"));
	}

	@Test
	void whenASessionOfOAuth2IsAdoptedThenItHasNoRefreshToken() {
		this.oauth2 = true;
		ConnectSession session = this.one.getSession();
		ConnectSession adopted = this.two.getSession();
		assertThat(adopted).isEqualTo(session);
		assertThat(session.refreshToken()).isPresent();
		assertThat(adopted.refreshToken()).isEmpty();
		this.one.close();
		this.time.advance(Duration.ofMinutes(27));
		assertThat(this.two.getSession()).isNotEqualTo(session);
		assertThat(this.server.requests(FakeConnectServer.TOKEN_REQUEST)).extracting(ReceivedRequest::body)
			.hasSize(2)
			.allMatch((body) -> body.contains("\"password\""));
	}

	@Test
	void whenBuiltThenTheStoreIsReadOnceInTheBackground() throws Exception {
		SessionStore connected = mock();
		CountDownLatch reads = new CountDownLatch(1);
		given(connected.read(any())).willAnswer((invocation) -> {
			reads.countDown();
			return StoreResult.won(null, 1);
		});
		try (ConnectSessionManager built = ConnectSessionManager
			.builder(this.client, () -> ConnectCredentials.of("system", "password", "user", "password"))
			.sharedSession(connected, SETTINGS)
			.build()) {
			assertThat(reads.await(10, TimeUnit.SECONDS)).isTrue();
			assertThat(built.snapshot().sharing()).isEqualTo(new Sharing(false, true));
			then(connected).should().read("none");
			then(connected).shouldHaveNoMoreInteractions();
		}
	}

	@Test
	void whenTheSessionIsRenewedThenOthersAdoptIt() {
		this.one.getSession();
		this.two.getSession();
		for (int i = 0; i < 200; i++) {
			this.time.advance(Duration.ofSeconds(60));
			assertThat(this.one.getSession()).isNotNull();
			assertThat(this.two.getSession()).isNotNull();
		}
		this.time.advance(Duration.ofSeconds(15));
		assertThat(this.two.getSession()).isEqualTo(this.one.getSession());
		assertThat(this.server.count("CreateSession")).isOne();
		assertThat(this.server.count("RenewSession")).isBetween(7, 10);
	}

	@Test
	void whenAllTokensAreRevokedThenOneManagerLogsIn() {
		ConnectApi first = ConnectApi.builder(this.client, this.one).build();
		ConnectApi second = ConnectApi.builder(this.client, this.two).build();
		call(first);
		call(second);
		this.server.revokeAll();
		call(first);
		call(second);
		assertThat(this.server.count("CreateSession")).isEqualTo(2);
		assertThat(this.two.getSession()).isEqualTo(this.one.getSession());
	}

	@Test
	void whenTheCredentialsAreRejectedThenTheOtherManagerSendsNothing() {
		this.password = "wrong";
		assertThatExceptionOfType(ConnectCredentialsRejectedException.class).isThrownBy(this.one::getSession);
		assertThatExceptionOfType(ConnectCredentialsRejectedException.class).isThrownBy(this.two::getSession)
			.withMessageContaining("of another instance that shares the session failed");
		assertThat(this.server.count("CreateSession")).isOne();
		assertThat(this.two.snapshot().state()).isEqualTo(State.FAILED);
	}

	@Test
	void whenTheCredentialsAreCorrectedThenBothManagersHaveASession() {
		whenTheCredentialsAreRejectedThenTheOtherManagerSendsNothing();
		this.password = FakeConnectServerBuilder.USER_PASSWORD;
		this.time.advance(Duration.ofSeconds(30));
		assertThat(this.two.getSession()).isEqualTo(this.one.getSession());
		assertThat(this.server.count("CreateSession")).isEqualTo(2);
	}

	@Test
	void whenOneManagerIsResetThenThePollOfTheOtherAdoptsItsSession() {
		whenTheCredentialsAreRejectedThenTheOtherManagerSendsNothing();
		this.server.accounts().changeUserPassword(FakeConnectServerBuilder.USER_NAME, "wrong");
		this.one.reset();
		ConnectSession session = this.one.getSession();
		this.time.advance(Duration.ofSeconds(11));
		assertThat(this.two.snapshot().state()).isEqualTo(State.VALID);
		assertThat(this.two.getSession()).isEqualTo(session);
	}

	@Test
	void whenSuspendedThenTheStoreIsNotRead() {
		this.one.getSession();
		this.one.suspend();
		this.two.getSession();
		this.two.suspend();
		assertThat(this.time.pendingTasks()).isZero();
		this.one.resume();
		assertThat(this.time.pendingTasks()).isEqualTo(2);
	}

	@Test
	void whenTheStoreFailsThenSnapshotAndGaugesShowTheOwnSession() {
		MeterRegistry registry = new SimpleMeterRegistry();
		new ConnectSessionMetrics(this.one, Tags.empty()).bindTo(registry);
		assertThat(this.one.snapshot().sharing()).isEqualTo(new Sharing(false, true));
		this.store.available = false;
		this.one.getSession();
		assertThat(this.one.snapshot().sharing()).isEqualTo(new Sharing(true, false));
		assertThat(registry.get("getty.connect.session.own").gauge().value()).isOne();
		assertThat(registry.get("getty.connect.session.store.available").gauge().value()).isZero();
		this.store.available = true;
		this.time.advance(Duration.ofSeconds(11));
		assertThat(this.one.snapshot().sharing()).isEqualTo(new Sharing(false, true));
		assertThat(registry.get("getty.connect.session.own").gauge().value()).isZero();
		assertThat(registry.get("getty.connect.session.store.available").gauge().value()).isOne();
	}

	@Test
	void whenTheSessionOfOthersIsRejectedThenTheSnapshotShowsAnOwnSession() {
		this.one.getSession();
		this.two.invalidate(this.two.getSession());
		assertThat(this.two.snapshot().sharing()).isEqualTo(new Sharing(true, true));
		assertThat(this.one.snapshot().sharing()).isEqualTo(new Sharing(false, true));
	}

	@Test
	void whenTheSessionIsNotSharedThenNeitherSnapshotNorGaugesShowSharing() {
		try (ConnectSessionManager alone = ConnectSessionManager
			.builder(this.client, () -> ConnectCredentials.of("system", "password", "user", "password"))
			.build()) {
			MeterRegistry registry = new SimpleMeterRegistry();
			new ConnectSessionMetrics(alone, Tags.empty()).bindTo(registry);
			assertThat(alone.snapshot().sharing()).isNull();
			assertThat(registry.find("getty.connect.session.own").gauge()).isNull();
			assertThat(registry.find("getty.connect.session.store.available").gauge()).isNull();
		}
	}

	@Test
	void whenTheStoreFailsWhileTheSessionIsValidThenTheRenewalWaits() {
		this.one.getSession();
		this.store.available = false;
		for (Instant due = Objects.requireNonNull(this.one.snapshot().renewalDueAt()); this.time.clock()
			.instant()
			.isBefore(due.plusSeconds(30));) {
			this.time.advance(Duration.ofSeconds(1));
			assertThat(this.one.getSession()).isNotNull();
		}
		assertThat(this.server.count("RenewSession")).isZero();
		assertThat(this.one.snapshot().lastFailure()).isNull();
		this.time.advance(Duration.ofMinutes(3));
		assertThat(this.server.count("RenewSession")).isOne();
		assertThat(this.one.snapshot().sharing()).isEqualTo(new Sharing(true, false));
		this.store.available = true;
		this.time.advance(Duration.ofSeconds(11));
		assertThat(this.two.getSession()).isEqualTo(this.one.getSession());
		await().untilAsserted(
				() -> assertThat(this.events).containsExactlyInAnyOrder("one Created", "one Renewed", "two Adopted"));
	}

	@Test
	void whenTheStoreReturnsAfterARenewalThenManagersSoonUseOneTokenAgain() {
		this.store.available = false;
		useBoth(Duration.ofMinutes(40));
		assertThat(this.two.getSession()).isNotEqualTo(this.one.getSession());
		assertThat(this.server.count("CreateSession")).isEqualTo(2);
		this.store.available = true;
		useBoth(Duration.ofSeconds(40));
		assertThat(this.two.getSession()).isEqualTo(this.one.getSession());
		assertThat(List.of(this.one, this.two)).extracting((manager) -> manager.snapshot().sharing())
			.containsOnly(new Sharing(false, true));
		assertThat(this.events).noneMatch((event) -> event.contains("Failed") || event.contains("Unavailable"));
	}

	private void useBoth(Duration duration) {
		for (long second = 0; second < duration.toSeconds(); second++) {
			assertThat(this.one.getSession()).isNotNull();
			assertThat(this.two.getSession()).isNotNull();
			this.time.advance(Duration.ofSeconds(1));
		}
	}

	@Test
	void whenAPollAdoptsWhileARenewalStartsThenItSendsNothing() {
		this.one.getSession();
		this.two.getSession();
		this.beforeRequest = () -> {
			this.one.renew();
			this.time.advance(Duration.ofSeconds(11));
		};
		this.two.renew();
		assertThat(this.server.count("RenewSession")).isOne();
		assertThat(this.two.snapshot().acquiring()).isFalse();
		assertThat(this.two.getSession()).isEqualTo(this.one.getSession());
	}

	@Test
	void whenAPollAdoptsWhileCredentialsChangeThenALoginUsesTheNewOnes() {
		this.one.getSession();
		this.two.getSession();
		this.time.advance(Duration.ofMinutes(1));
		this.beforeRequest = () -> {
			this.one.renew();
			this.time.advance(Duration.ofSeconds(11));
			this.password = "other";
			this.server.accounts().changeUserPassword(FakeConnectServerBuilder.USER_NAME, "other");
		};
		this.two.renew();
		assertThat(this.server.count("CreateSession")).isEqualTo(2);
		assertThat(this.two.getSession()).isNotEqualTo(this.one.getSession());
	}

	@Test
	void whenTheServerIsOverItsRateThenTheOtherManagerSendsNothing() {
		this.server.always("CreateSession", Fault.status(429));
		assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(this.one::getSession);
		int before = this.server.count("CreateSession");
		assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(this.two::getSession)
			.withMessageContaining("of another instance that shares the session failed");
		assertThat(this.server.count("CreateSession")).isEqualTo(before);
	}

	@Test
	void whenAManagerIsStoppedDuringItsLoginThenItDoesNotRepeatIt() {
		this.server.enqueue("CreateSession", Fault.status(503));
		AtomicInteger requests = new AtomicInteger();
		ConnectClient stopping = ConnectClient.builder(BaseUrl.of(this.server.baseUrl(), true))
			.customizer((builder) -> builder.requestInterceptor((request, body, execution) -> {
				ClientHttpResponse response = execution.execute(request, body);
				if (requests.incrementAndGet() == 1) {
					this.time.advanceWithoutTimers(Duration.ofSeconds(10));
					this.one.getSession();
				}
				return response;
			}))
			.build();
		ConnectSession session = manager("stopped", stopping).getSession();
		assertThat(session).isEqualTo(this.one.getSession());
		assertThat(requests).hasValue(1);
		stopping.close();
	}

	@Test
	void whenTheServerIsDownThenTheOtherManagerTriesItself() {
		this.server.always("CreateSession", Fault.status(503));
		assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(this.one::getSession);
		int before = this.server.count("CreateSession");
		assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(this.two::getSession);
		assertThat(this.server.count("CreateSession")).isGreaterThan(before);
	}

	@Test
	void whenTheTokenWasAcceptedWithAnErrorThenItsRejectionIsNotThatOfANetwork() {
		this.one.getSession();
		ConnectApi second = ConnectApi.builder(this.client, this.two).build();
		this.server.enqueue("GetCountries", Fault.error("OperationRequiresSecureToken", "no"));
		assertThatExceptionOfType(ConnectOperationException.class).isThrownBy(() -> call(second));
		this.server.revokeAll();
		call(second);
		assertThat(this.two.snapshot().sharing()).isEqualTo(new Sharing(false, true));
	}

	@Test
	void whenClosedThenNoTokenIsReachable() {
		WeakReference<ConnectSession> session = new WeakReference<>(this.two.getSession());
		this.two.close();
		await().untilAsserted(() -> {
			System.gc();
			assertThat(session.refersTo(null)).isTrue();
		});
	}

	private static void call(ConnectApi connect) {
		connect.exchange(ConnectRequest.of(ConnectOperations.GET_COUNTRIES, Map.of()), Object.class);
	}

}
