package io.github.connectapi.session;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleSupplier;

import org.springframework.http.client.ClientHttpRequestInterceptor;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Renewal;
import io.github.connectapi.test.time.ManualTime;

/**
 * A server with a correct clock, and a machine whose clocks stop, step and run late.
 */
final class SoakEnvironment implements AutoCloseable {

	static final String PASSWORD = FakeConnectServerBuilder.USER_PASSWORD;

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	final ManualTime time;

	final FakeConnectServer server;

	final ConnectClient client;

	final int lifetimeMinutes;

	final AtomicReference<ConnectCredentials> credentials = new AtomicReference<>(SessionFixture.credentials(PASSWORD));

	private final AtomicLong suspendedNanos = new AtomicLong();

	SoakEnvironment(ManualTime time, int lifetimeMinutes, Renewal renewal, ClientHttpRequestInterceptor interceptor) {
		this.time = time;
		this.lifetimeMinutes = lifetimeMinutes;
		this.server = FakeConnectServer.builder()
			.https(false)
			.clock(() -> START.plusNanos(trueNanos()))
			.tokenLifetimeMinutes(lifetimeMinutes)
			.renewal(renewal)
			.start();
		this.client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl()))
			.clock(time.clock())
			.customizer((builder) -> builder.requestInterceptor(interceptor))
			.build();
	}

	ConnectSessionManager createManager(DoubleSupplier random) {
		return new SessionManagerFactory(random, this.time::advance).builder(this.client, this.credentials::get)
			.nanoClock(this.time.nanos())
			.clock(this.time.clock())
			.scheduler(this.time.newScheduler())
			.build();
	}

	/** Return the time that really passed, including suspensions. */
	long trueNanos() {
		return this.time.nanos().getAsLong() + this.suspendedNanos.get();
	}

	void suspend(Duration duration) {
		this.suspendedNanos.addAndGet(duration.toNanos());
		this.time.suspend(duration);
	}

	/** Return the age up to which a session may be used. */
	Duration usable() {
		Duration lifetime = Duration.ofMinutes(this.lifetimeMinutes);
		Duration tenth = lifetime.dividedBy(10);
		Duration margin = Duration.ofSeconds(30);
		return lifetime.minus((tenth.compareTo(margin) < 0) ? tenth : margin);
	}

	@Override
	public void close() {
		this.client.close();
		this.server.close();
	}

}
