package io.github.connectapi.call;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

import io.github.connectapi.Timeouts;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.observation.ConnectObservations;
import io.github.connectapi.retry.Sleeper;
import io.github.connectapi.retry.Retry;
import io.github.connectapi.retry.RetrySettings;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * Builds a {@link ConnectApi}. Not thread-safe. Clock, random numbers and pauses are
 * there for tests.
 */
public final class ConnectApiBuilder {

	private final ConnectClient client;

	private final ConnectSessionManager sessions;

	private Duration timeout = Duration.ofSeconds(30);

	private boolean applicationSessionsOnly;

	private RetrySettings retry = RetrySettings.defaults();

	private LongSupplier nanos = System::nanoTime;

	private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

	private Sleeper sleeper = Sleeper.threadSleep();

	private ConnectObservations observations = ConnectObservations.NONE;

	ConnectApiBuilder(ConnectClient client, ConnectSessionManager sessions) {
		this.client = client;
		this.sessions = sessions;
	}

	/**
	 * How long one call may take, with waiting for a session and all its attempts.
	 * @param timeout a positive duration, a day at most; 30 seconds if not set
	 * @return this builder
	 */
	public ConnectApiBuilder timeout(Duration timeout) {
		this.timeout = Timeouts.requirePositive(timeout, "call timeout");
		return this;
	}

	/**
	 * Says that the sessions are an application's, so that operations which need a user
	 * are refused without a login. If it is not said, they are refused when there is a
	 * session and it is an application's.
	 * @return this builder
	 */
	public ConnectApiBuilder applicationSessionsOnly() {
		this.applicationSessionsOnly = true;
		return this;
	}

	/**
	 * How often and how fast a call is repeated if it may be.
	 * @param retry the settings; {@link RetrySettings#defaults()} if not set
	 * @return this builder
	 */
	public ConnectApiBuilder retry(RetrySettings retry) {
		this.retry = retry;
		return this;
	}

	/**
	 * The monotonic clock.
	 * @param nanos a clock in nanoseconds, as {@link System#nanoTime()}
	 * @return this builder
	 */
	public ConnectApiBuilder time(LongSupplier nanos) {
		this.nanos = nanos;
		return this;
	}

	/**
	 * Where jitter comes from.
	 * @param random random numbers from 0 to below 1
	 * @return this builder
	 */
	public ConnectApiBuilder random(DoubleSupplier random) {
		this.random = random;
		return this;
	}

	/**
	 * How to pause between two attempts.
	 * @param sleeper the sleeper
	 * @return this builder
	 */
	public ConnectApiBuilder sleeper(Sleeper sleeper) {
		this.sleeper = sleeper;
		return this;
	}

	/**
	 * What to tell of calls.
	 * @param observations the observations; {@link ConnectObservations#NONE} if not set
	 * @return this builder
	 */
	public ConnectApiBuilder observations(ConnectObservations observations) {
		this.observations = observations;
		return this;
	}

	/**
	 * Builds it. Nothing is sent before the first call.
	 * @return an API to call
	 */
	public ConnectApi build() {
		Retry repeat = new Retry(this.retry, this.nanos, this.random, this.sleeper);
		return new ConnectTemplate(this.client, this.sessions, repeat, this.nanos, this.timeout,
				this.applicationSessionsOnly, this.observations);
	}

}
