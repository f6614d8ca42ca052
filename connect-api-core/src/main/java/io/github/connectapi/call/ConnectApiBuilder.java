package io.github.connectapi.call;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import io.github.connectapi.SystemClock;
import io.github.connectapi.Timeouts;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.observation.ConnectObservationConvention;
import io.github.connectapi.retry.Sleeper;
import io.github.connectapi.retry.RetrySettings;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * Builder for a {@link ConnectApi}. Not thread-safe.
 */
public final class ConnectApiBuilder {

	final ConnectClient client;

	final ConnectSessionManager sessions;

	Duration timeout = Duration.ofSeconds(30);

	boolean applicationSessionsOnly;

	RetrySettings retry = RetrySettings.defaults();

	LongSupplier nanoClock = SystemClock.nanoTime();

	ObservationRegistry observationRegistry = ObservationRegistry.NOOP;

	@Nullable ConnectObservationConvention observationConvention;

	ConnectApiBuilder(ConnectClient client, ConnectSessionManager sessions) {
		this.client = client;
		this.sessions = sessions;
	}

	/**
	 * Set the maximum time of one call, including the wait for a session and all
	 * attempts. A request may have another one.
	 * @param timeout a positive duration, a day at most; 30 seconds if not set
	 * @return this builder
	 */
	public ConnectApiBuilder timeout(Duration timeout) {
		this.timeout = Timeouts.requirePositive(timeout, "call timeout");
		return this;
	}

	/**
	 * Declare that all sessions are application sessions, so that operations that need a
	 * user are refused without a login. Otherwise they are refused once there is a
	 * session and it is an application session.
	 * @return this builder
	 */
	public ConnectApiBuilder applicationSessionsOnly() {
		this.applicationSessionsOnly = true;
		return this;
	}

	/**
	 * Set how often and how fast an idempotent call is repeated.
	 * @param retry the settings; {@link RetrySettings#defaults()} if not set
	 * @return this builder
	 */
	public ConnectApiBuilder retry(RetrySettings retry) {
		this.retry = retry;
		return this;
	}

	/**
	 * Set the monotonic clock, for tests.
	 * @param nanoClock a clock in nanoseconds, like {@link System#nanoTime()}
	 * @return this builder
	 */
	public ConnectApiBuilder nanoClock(LongSupplier nanoClock) {
		this.nanoClock = nanoClock;
		return this;
	}

	/**
	 * Set the registry of observations.
	 * @param observationRegistry the registry; {@link ObservationRegistry#NOOP} if not
	 * set
	 * @return this builder
	 */
	public ConnectApiBuilder observationRegistry(ObservationRegistry observationRegistry) {
		this.observationRegistry = observationRegistry;
		return this;
	}

	/**
	 * Set the convention for the names and keys of observations.
	 * @param observationConvention the convention; if null or not set, the global
	 * convention of the registry, or else a
	 * {@link io.github.connectapi.observation.DefaultConnectObservationConvention}
	 * @return this builder
	 */
	public ConnectApiBuilder observationConvention(@Nullable ConnectObservationConvention observationConvention) {
		this.observationConvention = observationConvention;
		return this;
	}

	/**
	 * Build the {@code ConnectApi}. Nothing is sent before the first call.
	 * @return the {@code ConnectApi}
	 */
	public ConnectApi build() {
		return ConnectApiFactory.create(this, () -> ThreadLocalRandom.current().nextDouble(), Sleeper.threadSleep());
	}

}
