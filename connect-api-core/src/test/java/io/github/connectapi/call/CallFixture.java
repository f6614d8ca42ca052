package io.github.connectapi.call;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import okhttp3.tls.Certificates;
import okhttp3.tls.HandshakeCertificates;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.ConnectClientBuilder;
import io.github.connectapi.retry.RetrySettings;
import io.github.connectapi.retry.Sleeper;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.SessionManagerFactory;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.time.ManualTime;
import io.github.connectapi.transport.ConnectTls;

/**
 * An API and a fake server, both with manual time. Jitter is in the middle of its range,
 * so the delays are 500 ms and 1 s.
 */
public final class CallFixture implements AutoCloseable {

	public static final ConnectCredentials USER = ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID,
			FakeConnectServerBuilder.SYSTEM_PASSWORD, FakeConnectServerBuilder.USER_NAME,
			FakeConnectServerBuilder.USER_PASSWORD);

	static final ConnectCredentials APPLICATION = ConnectCredentials.ofApplication(FakeConnectServerBuilder.SYSTEM_ID,
			FakeConnectServerBuilder.SYSTEM_PASSWORD);

	static final RetrySettings RETRY = RetrySettings.defaults()
		.withInterval(Duration.ofMillis(500), Duration.ofSeconds(5))
		.withMultiplier(2);

	/** Timeout of the API; longer than any test waits. */
	static final Duration TIMEOUT = Duration.ofSeconds(30);

	public final FakeConnectServer server;

	public final ConnectApi connect;

	final ManualTime time;

	final ConnectClient client;

	final ConnectSessionManager manager;

	private CallFixture(ManualTime time, ConnectCredentials credentials,
			Function<FakeConnectServer, ConnectClientBuilder> client, UnaryOperator<ConnectApiBuilder> api) {
		this(FakeConnectServer.builder().https(false), time, credentials, client, api);
	}

	private CallFixture(FakeConnectServerBuilder server, ManualTime time, ConnectCredentials credentials,
			Function<FakeConnectServer, ConnectClientBuilder> client, UnaryOperator<ConnectApiBuilder> api) {
		this.time = time;
		this.server = server.clock(time.clock()).start();
		this.client = client.apply(this.server).clock(time.clock()).build();
		this.manager = new SessionManagerFactory(() -> 0.5, time::advance).builder(this.client, () -> credentials)
			.nanoClock(time.nanos())
			.clock(time.clock())
			.scheduler(time.newScheduler())
			.retry(RETRY)
			.build();
		this.connect = build(api.apply(api()));
	}

	public static CallFixture create() {
		return withClient((client) -> client);
	}

	public static CallFixture withServer(FakeConnectServerBuilder server) {
		return new CallFixture(server, ManualTime.create(), USER, CallFixture::http, (api) -> api);
	}

	public static CallFixture withClient(UnaryOperator<ConnectClientBuilder> client) {
		return new CallFixture(ManualTime.create(), USER, (server) -> client.apply(http(server)), (api) -> api);
	}

	/**
	 * Create a fixture with https.
	 * @param connecting called before a connection is used or opened
	 */
	static CallFixture withTls(Runnable connecting) {
		return new CallFixture(FakeConnectServer.builder(), ManualTime.create(), USER, (server) -> {
			ConnectTls tls = trusting(server.certificateAuthority());
			return builder(server.secureBaseUrl()).tls(() -> {
				connecting.run();
				return tls;
			});
		}, (api) -> api);
	}

	static CallFixture withApi(UnaryOperator<ConnectApiBuilder> api) {
		return new CallFixture(ManualTime.create(), USER, CallFixture::http, api);
	}

	/** Create a fixture whose API does not declare application sessions. */
	static CallFixture ofApplication() {
		return new CallFixture(ManualTime.create(), APPLICATION, CallFixture::http, (api) -> api);
	}

	/** Create a fixture with manual time whose acquisitions run on separate threads. */
	static CallFixture withThreads(UnaryOperator<ConnectApiBuilder> api) {
		return new CallFixture(ManualTime.withThreads(), USER, CallFixture::http, api);
	}

	ConnectApiBuilder api() {
		return ConnectApi.builder(this.client, this.manager).timeout(TIMEOUT).retry(RETRY).nanoClock(this.time.nanos());
	}

	ConnectApi build(ConnectApiBuilder api) {
		return build(api, this.time::advance);
	}

	static ConnectApi build(ConnectApiBuilder api, Sleeper sleeper) {
		return ConnectApiFactory.create(api, () -> 0.5, sleeper);
	}

	int logins() {
		return this.server.count("CreateSession");
	}

	static ConnectApiException failure(ThrowingCallable call) {
		ConnectApiException failure = Assertions.catchThrowableOfType(ConnectApiException.class, call);
		Assertions.assertThat(failure).as("failure").isNotNull();
		return failure;
	}

	@Override
	public void close() {
		this.manager.close();
		this.client.close();
		this.server.close();
	}

	private static ConnectClientBuilder http(FakeConnectServer server) {
		return builder(server.baseUrl());
	}

	private static ConnectClientBuilder builder(String baseUrl) {
		return ConnectClient.builder(BaseUrl.of(baseUrl)).responseTimeout(Duration.ofSeconds(20));
	}

	private static ConnectTls trusting(String authority) {
		return ConnectTls
			.of(new HandshakeCertificates.Builder().addTrustedCertificate(Certificates.decodeCertificatePem(authority))
				.build()
				.sslContext());
	}

}
