package io.github.connectapi.user;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.retry.RetrySettings;
import io.github.connectapi.session.BackoffSettings;
import io.github.connectapi.session.ConnectSessionEvent;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.SessionManagerFactory;
import io.github.connectapi.session.SessionSettings;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.time.ManualTime;

/**
 * The sessions of many users on a fake server. Clocks and timers are manual, acquisitions
 * run on real threads. Renewal of a session of 30 minutes is due after 24 min 45 s.
 */
final class UsersFixture implements AutoCloseable {

	static final Duration DUE = Duration.ofMinutes(24).plusSeconds(45);

	final ManualTime time = ManualTime.create();

	final FakeConnectServer server;

	final ConnectClient client;

	/** The credentials by key; those of a user without any are missing. */
	final Map<String, ConnectCredentials> credentials = new ConcurrentHashMap<>();

	final AtomicInteger providerCalls = new AtomicInteger();

	final List<String> events = new CopyOnWriteArrayList<>();

	final ConnectSessions sessions;

	UsersFixture() {
		this(UnaryOperator.identity());
	}

	UsersFixture(UnaryOperator<ConnectSessionsSettings> settings) {
		this(settings, null);
	}

	UsersFixture(UnaryOperator<ConnectSessionsSettings> settings, @Nullable ConnectUserCredentials provider) {
		this.server = FakeConnectServer.builder().https(false).clock(this.time.clock()).start();
		this.client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl())).clock(this.time.clock()).build();
		SessionManagerFactory factory = new SessionManagerFactory(() -> 0.5, this.time::advance);
		ConnectUserCredentials map = (key) -> {
			this.providerCalls.incrementAndGet();
			return this.credentials.get(key);
		};
		this.sessions = new ConnectSessionsBuilder(factory, this.client, (provider != null) ? provider : map)
			.nanoClock(this.time.nanos())
			.clock(this.time.clock())
			.scheduler(this.time.newScheduler())
			.settings(settings.apply(ConnectSessionsSettings.defaults().withMaxLoginsPerSecond(1000)))
			.sessionSettings(SessionSettings.defaults()
				.withBackoff(BackoffSettings.of(Duration.ofSeconds(1), Duration.ofMinutes(1))))
			.retry(RetrySettings.defaults().withMaxAttempts(1))
			.listener(this::onEvent)
			.build();
	}

	private void onEvent(String key, ConnectSessionEvent event) {
		this.events.add(key + " " + event.getClass().getSimpleName());
	}

	/** Add a user with an account. */
	ConnectSessionManager user(String key) {
		this.server.accounts().add(key, "password", "account-" + key);
		this.credentials.put(key, credentials(key, "password"));
		return this.sessions.forUser(key);
	}

	/** Add a user whose credentials are wrong. */
	ConnectSessionManager wrongUser(String key) {
		ConnectSessionManager user = user(key);
		this.credentials.put(key, credentials(key, "wrong"));
		return user;
	}

	static ConnectCredentials credentials(String userName, String password) {
		return ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID, FakeConnectServerBuilder.SYSTEM_PASSWORD,
				userName, password);
	}

	int logins() {
		return this.server.count("CreateSession");
	}

	int renewals() {
		return this.server.count("RenewSession");
	}

	@Override
	public void close() {
		this.sessions.close();
		this.client.close();
		this.server.close();
	}

}
