package io.github.connectapi.session;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.TokenUri;
import io.github.connectapi.retry.RetrySettings;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.time.ManualTime;

/**
 * A manager on a fake server, both in manual time, with intervals that are easy to
 * compute. All jitter is in the middle of its range, so renewal of a session of 30
 * minutes is due after 24 min 45 s, and the back-off is 1 s, 2 s, 4 s, …
 */
final class SessionFixture implements AutoCloseable {

	static final Duration DUE = Duration.ofMinutes(24).plusSeconds(45);

	static final Duration USABLE = Duration.ofMinutes(29).plusSeconds(30);

	static final SessionSettings SETTINGS = SessionSettings.defaults()
		.withBackoff(BackoffSettings.of(Duration.ofSeconds(1), Duration.ofMinutes(1)));

	static final RetrySettings RETRY = RetrySettings.defaults()
		.withInterval(Duration.ofMillis(500), Duration.ofSeconds(5))
		.withMultiplier(2);

	private static final DoubleSupplier MIDDLE = () -> 0.5;

	final ManualTime time;

	final FakeConnectServer server;

	final ConnectClient client;

	final AtomicReference<ConnectCredentials> credentials = new AtomicReference<>(
			credentials(FakeConnectServerBuilder.USER_PASSWORD));

	final ConnectSessionManager manager;

	private SessionFixture(ManualTime time, UnaryOperator<FakeConnectServerBuilder> server,
			UnaryOperator<ConnectSessionManagerBuilder> manager, DoubleSupplier random) {
		this.time = time;
		this.server = server.apply(FakeConnectServer.builder().https(false).clock(time.clock())).start();
		this.client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl()))
			.tokenUri(TokenUri.of(this.server.tokenUri()))
			.clock(time.clock())
			.build();
		this.manager = manager.apply(builder(this.credentials::get, random)).build();
	}

	static SessionFixture create() {
		return with((server) -> server, (manager) -> manager);
	}

	static SessionFixture withLifetime(int minutes) {
		return with((server) -> server.tokenLifetimeMinutes(minutes), (manager) -> manager);
	}

	static SessionFixture with(UnaryOperator<FakeConnectServerBuilder> server,
			UnaryOperator<ConnectSessionManagerBuilder> manager) {
		return with(server, manager, MIDDLE);
	}

	static SessionFixture with(UnaryOperator<FakeConnectServerBuilder> server,
			UnaryOperator<ConnectSessionManagerBuilder> manager, DoubleSupplier random) {
		return new SessionFixture(ManualTime.create(), server, manager, random);
	}

	/** Acquisitions run on separate threads, but in manual time as well. */
	static SessionFixture withThreads() {
		return new SessionFixture(ManualTime.withThreads(), (server) -> server, (manager) -> manager, MIDDLE);
	}

	static ConnectCredentials credentials(String userPassword) {
		return ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID, FakeConnectServerBuilder.SYSTEM_PASSWORD,
				FakeConnectServerBuilder.USER_NAME, userPassword);
	}

	ConnectSessionManagerBuilder builder(ConnectCredentialsProvider provider) {
		return builder(this.client, provider, MIDDLE);
	}

	ConnectSessionManagerBuilder builder(ConnectCredentialsProvider provider, DoubleSupplier random) {
		return builder(this.client, provider, random);
	}

	ConnectSessionManagerBuilder builder(ConnectClient client, ConnectCredentialsProvider provider) {
		return builder(client, provider, MIDDLE);
	}

	private ConnectSessionManagerBuilder builder(ConnectClient client, ConnectCredentialsProvider provider,
			DoubleSupplier random) {
		return new SessionManagerFactory(random, this.time::advance).builder(client, provider)
			.nanoClock(this.time.nanos())
			.clock(this.time.clock())
			.scheduler(this.time.newScheduler())
			.settings(SETTINGS)
			.retry(RETRY);
	}

	int logins() {
		return this.server.count("CreateSession");
	}

	int renewals() {
		return this.server.count("RenewSession");
	}

	@Override
	public void close() {
		this.manager.close();
		this.client.close();
		this.server.close();
	}

}
