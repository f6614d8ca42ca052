package io.github.connectapi.integration.operations;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.call.ConnectApiFactory;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.retry.RetrySettings;
import io.github.connectapi.session.ConnectSessionEvent;
import io.github.connectapi.session.ConnectSessionListener;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionManagerBuilder;
import io.github.connectapi.session.SessionManagerFactory;
import io.github.connectapi.store.SharedSessionSettings;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.time.ManualTime;
import io.github.connectapi.user.ConnectSessions;

import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * A run in which everything happens that is logged. It takes place once for all tests.
 */
final class LogScenario implements AutoCloseable {

	private static @Nullable CapturedLog captured;

	private final CapturedLog log = CapturedLog.start();

	private final ManualTime time = ManualTime.create();

	private final FakeConnectServer server = FakeConnectServer.builder().clock(this.time.clock()).https(true).start();

	private final ConnectClient client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl()))
		.clock(this.time.clock())
		.build();

	private LogScenario() {
	}

	/** Return the log of the scenario. */
	static synchronized CapturedLog log() {
		if (captured == null) {
			try (LogScenario scenario = new LogScenario()) {
				scenario.run();
				captured = scenario.log;
			}
		}
		return captured;
	}

	private void run() {
		connections();
		acquireRenewAndLose();
		failingListener();
		this.server.clearFaults();
		resetWhileValid();
		suspendAndResume();
		sharedSession();
		failingObservationHandler();
		usedUpRetryBudget();
		waitingCall();
		hangingProvider();
		hangingUser();
		purchases();
		changedProperties();
	}

	private void purchases() {
		try (ConnectSessionManager manager = builder().build()) {
			PurchaseScenario.failingListeners(this.server, this.client,
					ConnectApi.builder(this.client, manager).build());
		}
	}

	/** A connection is opened and reused, and discarded because an exchange failed. */
	private void connections() {
		try (ConnectSessionManager manager = builder().build()) {
			ConnectApi api = ConnectApi.builder(this.client, manager).build();
			for (int i = 0; i < 3; i++) {
				api.call(ConnectOperations.GET_COUNTRIES, Map.of(), Object.class);
			}
			this.server.always("GetCountries", Fault.drop());
			catchThrowable(() -> api.call(ConnectOperations.GET_COUNTRIES, Map.of(), Object.class));
			this.server.clearFaults();
		}
	}

	private void acquireRenewAndLose() {
		try (ConnectSessionManager manager = builder().build()) {
			manager.getSession();
			manager.renew();
			this.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));
			manager.renew();
			this.server.clearFaults();
			this.time.advance(Duration.ofMinutes(2));
			this.server.always(FakeConnectServer.ANY_OPERATION, Fault.error("InvalidSystemIdOrPassword", "no"));
			manager.renew();
			this.time.advance(Duration.ofHours(1));
			this.server.clearFaults();
			manager.reset();
			this.server.always("GetCountries", Fault.normal().set("/ResponseHeader/CoordinationId", "another"));
			ConnectApi.builder(this.client, manager)
				.build()
				.call(ConnectOperations.GET_COUNTRIES, Map.of(), Object.class);
			this.time.suspend(Duration.ofHours(2));
			manager.invalidate(manager.getSession());
			this.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));
			this.time.suspend(Duration.ofHours(2));
			catchThrowable(manager::getSession);
		}
	}

	private void resetWhileValid() {
		try (ConnectSessionManager manager = builder().build()) {
			manager.getSession();
			this.time.advance(Duration.ofMinutes(1));
			this.server.always("RenewSession", Fault.status(503));
			manager.renew();
			this.server.clearFaults();
			manager.reset();
		}
	}

	private void suspendAndResume() {
		try (ConnectSessionManager manager = builder().build()) {
			manager.suspend();
			manager.resume();
		}
	}

	/** The second manager cannot use the session of the first, and loses the store. */
	private void sharedSession() {
		UnreliableStore store = new UnreliableStore(this.time.clock());
		SharedSessionSettings settings = SharedSessionSettings.defaults()
			.withSecret("0123456789abcdef0123456789abcdef");
		try (ConnectSessionManager first = builder().sharedSession(store, settings).build();
				ConnectSessionManager second = builder().sharedSession(store, settings).build()) {
			first.getSession();
			ConnectSession adopted = second.getSession();
			this.time.advance(Duration.ofMinutes(1));
			first.renew();
			this.time.advance(Duration.ofMinutes(1));
			second.invalidate(adopted.equals(second.getSession()) ? adopted : second.getSession());
			second.getSession();
			store.fail(true);
			this.time.advance(Duration.ofMinutes(1));
			store.fail(false);
			this.time.advance(Duration.ofMinutes(1));
		}
	}

	private void failingObservationHandler() {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new ObservationHandler<>() {
			@Override
			public void onStart(Observation.Context context) {
				throw new IllegalStateException("a handler of an application");
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}
		});
		try (ConnectSessionManager manager = builder().observationRegistry(registry).build()) {
			manager.getSession();
		}
	}

	private void usedUpRetryBudget() {
		try (ConnectSessionManager manager = builder().build()) {
			manager.getSession();
			this.server.always("GetCountries", Fault.status(503));
			ConnectApi connect = ConnectApiFactory.create(
					ConnectApi.builder(this.client, manager).nanoClock(this.time.nanos()), () -> 0.5,
					this.time::advance);
			for (int call = 0; call < 20; call++) {
				catchThrowable(() -> connect.call(ConnectOperations.GET_COUNTRIES, Map.of()));
			}
			this.server.clearFaults();
		}
	}

	private void waitingCall() {
		try (ConnectClient limited = ConnectClient.builder(BaseUrl.of(this.server.baseUrl()))
			.maxConcurrentExchanges(1)
			.build(); ConnectSessionManager manager = builder().build()) {
			ConnectApi connect = ConnectApi.builder(limited, manager).build();
			connect.call(ConnectOperations.GET_COUNTRIES, Map.of());
			int before = this.server.count("GetCountries");
			this.server.enqueue("GetCountries", Fault.block());
			Runnable call = () -> connect.call(ConnectOperations.GET_COUNTRIES, Map.of());
			// Not the common pool, which has a single thread on two processors.
			Executor threads = (task) -> new Thread(task).start();
			CompletableFuture<Void> first = CompletableFuture.runAsync(call, threads);
			await().until(() -> this.server.count("GetCountries") == before + 1);
			CompletableFuture<Void> second = CompletableFuture.runAsync(call, threads);
			await().until(() -> this.log.contains("waiting="));
			this.server.unblock();
			CompletableFuture.allOf(first, second).join();
		}
	}

	/** The provider ignores its interrupt when the manager is closed. */
	private void hangingProvider() {
		ManualTime threads = ManualTime.withThreads();
		CompletableFuture<Void> called = new CompletableFuture<>();
		CompletableFuture<ConnectCredentials> end = new CompletableFuture<>();
		try (ConnectSessionManager manager = ConnectSessionManager.builder(this.client, () -> {
			called.complete(null);
			return end.join();
		}).scheduler(threads.newScheduler()).build()) {
			manager.renew();
			called.join();
		}
		end.complete(null);
	}

	/** The provider of a user ignores its interrupts at the deadline and at the close. */
	private void hangingUser() {
		CompletableFuture<Void> called = new CompletableFuture<>();
		CompletableFuture<ConnectCredentials> end = new CompletableFuture<>();
		try (ConnectSessions sessions = ConnectSessions.builder(this.client, (key) -> {
			called.complete(null);
			return end.join();
		}).nanoClock(this.time.nanos()).clock(this.time.clock()).scheduler(this.time.newScheduler()).build()) {
			sessions.forUser("user").renew();
			called.join();
			this.time.advance(Duration.ofMinutes(1));
			await().until(() -> this.log.contains("abandoned="));
		}
		end.complete(null);
	}

	/** The listener blocks until its queue is full, then it throws. */
	private void failingListener() {
		CountDownLatch full = new CountDownLatch(1);
		ConnectSessionListener listener = (event) -> {
			await().until(() -> full.getCount() == 0);
			throw new IllegalStateException("a listener of an application");
		};
		try (ConnectSessionManager manager = builder().listener(listener).build()) {
			for (int i = 0; i < 1005; i++) {
				manager.reset();
				catchThrowable(manager::getSession);
			}
			full.countDown();
			await().until(() -> this.log.contains("listener="));
		}
	}

	private void changedProperties() {
		try (MonitoredApplication app = MonitoredApplication
			.with(Map.of("getty.connect.ssl.bundle", "getty", "getty.connect.base-url", this.server.secureBaseUrl(),
					"spring.ssl.bundle.pem.getty.truststore.certificate", this.server.certificateAuthority(),
					"logging.level.io.github.connectapi", "debug"), FailingListener.class)) {
			SslBundle bundle = app.getBean(SslBundles.class).getBundle("getty");
			this.log.attach();
			app.manager().getSession();
			await().until(() -> this.log.contains(FailingListener.class.getName()));
			SslBundleRegistry bundles = app.getBean(SslBundleRegistry.class);
			// Its stores can be loaded, because the meters of Spring Boot 4.1 load them
			// first.
			bundles.updateBundle("getty", SslBundle.of(bundle.getStores(), null, null, "unknown protocol"));
			bundles.updateBundle("getty", SslBundle.of(bundle.getStores()));
			app.getBean(ConfigurableEnvironment.class)
				.getPropertySources()
				.addFirst(new MapPropertySource("changed", Map.of("getty.connect.user-password", "another ",
						"getty.connect.system-id", 1234, "getty.connect.system-password", "'quoted'")));
			app.rebind();
			app.rebind("getty.connect.user-name= ");
		}
	}

	private ConnectSessionManagerBuilder builder() {
		ConnectCredentials credentials = ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID,
				FakeConnectServerBuilder.SYSTEM_PASSWORD, FakeConnectServerBuilder.USER_NAME,
				FakeConnectServerBuilder.USER_PASSWORD);
		return new SessionManagerFactory(() -> 0.5, this.time::advance).builder(this.client, () -> credentials)
			.nanoClock(this.time.nanos())
			.clock(this.time.clock())
			.scheduler(this.time.newScheduler())
			.retry(RetrySettings.defaults().withMaxAttempts(1));
	}

	/** A listener of an application. */
	static final class FailingListener implements ConnectSessionListener {

		@Override
		public void onEvent(ConnectSessionEvent event) {
			throw new IllegalStateException("a listener of an application");
		}

	}

	@Override
	public void close() {
		this.log.close();
		this.client.close();
		this.server.close();
	}

}
