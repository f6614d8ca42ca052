package io.github.connectapi.call;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

import io.github.connectapi.SystemClock;
import io.github.connectapi.Timeouts;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.observation.ConnectObservations;
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

	ConnectObservations observations = ConnectObservations.NONE;

	ConnectApiBuilder(ConnectClient client, ConnectSessionManager sessions) {
		this.client = client;
		this.sessions = sessions;
	}

	/**
	 * Set the maximum time of one call, including the wait for a session and all
	 * attempts.
	 * @param timeout a positive duration, a day at most; 30 seconds if not set
	 * @return this builder
	 */
	public ConnectApiBuilder timeout(Duration timeout) {
		this.timeout = Timeouts.requirePositive(timeout, "call timeout");
		return this;
	}

	/**
	 * Declare that all sessions are application sessions, so that operations that need a
	 * user are rejected without a login. Otherwise they are rejected once there is a
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
	public ConnectApiBuilder time(LongSupplier nanoClock) {
		this.nanoClock = nanoClock;
		return this;
	}

	/**
	 * Set the observations of calls.
	 * @param observations the observations; {@link ConnectObservations#NONE} if not set
	 * @return this builder
	 */
	public ConnectApiBuilder observations(ConnectObservations observations) {
		this.observations = observations;
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
