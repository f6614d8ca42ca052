package io.github.connectapi.session;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.util.CustomizableThreadCreator;

import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.SystemClock;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.observation.ConnectObservations;
import io.github.connectapi.retry.Sleeper;
import io.github.connectapi.retry.Retry;
import io.github.connectapi.retry.RetrySettings;

/**
 * Builds a {@link ConnectSessionManager}. Not thread-safe. Clocks, scheduler, random
 * numbers and pauses are there for tests; without them the manager uses those of the
 * system.
 */
public final class ConnectSessionManagerBuilder {

	private final ConnectClient client;

	private final ConnectCredentialsProvider credentials;

	private SessionSettings settings = SessionSettings.defaults();

	private RetrySettings retry = RetrySettings.defaults();

	private LongSupplier nanos = SystemClock.nanoTime();

	private InstantSource clock = SystemClock.wallClock();

	private @Nullable ScheduledExecutorService scheduler;

	private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

	private Sleeper sleeper = Sleeper.threadSleep();

	private ConnectObservations observations = ConnectObservations.NONE;

	private final List<ConnectSessionListener> listeners = new ArrayList<>();

	ConnectSessionManagerBuilder(ConnectClient client, ConnectCredentialsProvider credentials) {
		this.client = client;
		this.credentials = credentials;
	}

	/**
	 * When to renew, how long to wait, and how long to hold back after failures.
	 * @param settings the settings; {@link SessionSettings#defaults()} if not set
	 * @return this builder
	 */
	public ConnectSessionManagerBuilder settings(SessionSettings settings) {
		this.settings = settings;
		return this;
	}

	/**
	 * How often and how fast a request is repeated within one acquisition.
	 * @param retry the settings; {@link RetrySettings#defaults()} if not set
	 * @return this builder
	 */
	public ConnectSessionManagerBuilder retry(RetrySettings retry) {
		this.retry = retry;
		return this;
	}

	/**
	 * The clocks.
	 * @param nanos a monotonic clock in nanoseconds, as {@link System#nanoTime()}
	 * @param clock the wall clock
	 * @return this builder
	 */
	public ConnectSessionManagerBuilder time(LongSupplier nanos, InstantSource clock) {
		this.nanos = nanos;
		this.clock = clock;
		return this;
	}

	/**
	 * What runs acquisitions and the renewal timer. The manager does not shut it down.
	 * @param scheduler an executor with two threads or more; if not set the manager has
	 * two daemon threads of its own
	 * @return this builder
	 */
	public ConnectSessionManagerBuilder scheduler(ScheduledExecutorService scheduler) {
		this.scheduler = scheduler;
		return this;
	}

	/**
	 * Where jitter comes from.
	 * @param random random numbers from 0 to below 1
	 * @return this builder
	 */
	public ConnectSessionManagerBuilder random(DoubleSupplier random) {
		this.random = random;
		return this;
	}

	/**
	 * How to pause between two attempts.
	 * @param sleeper the sleeper
	 * @return this builder
	 */
	public ConnectSessionManagerBuilder sleeper(Sleeper sleeper) {
		this.sleeper = sleeper;
		return this;
	}

	/**
	 * What to tell of acquisitions and waiting callers.
	 * @param observations the observations; {@link ConnectObservations#NONE} if not set
	 * @return this builder
	 */
	public ConnectSessionManagerBuilder observations(ConnectObservations observations) {
		this.observations = observations;
		return this;
	}

	/**
	 * Adds a listener. They are told in the order of their adding.
	 * @param listener told what happens to the session
	 * @return this builder
	 */
	public ConnectSessionManagerBuilder listener(ConnectSessionListener listener) {
		this.listeners.add(listener);
		return this;
	}

	/**
	 * Builds the manager. Nothing is sent until it is first asked for a session.
	 * @return a manager, to be closed when it is no longer needed
	 */
	public ConnectSessionManager build() {
		Retry repeat = new Retry(this.retry, this.nanos, this.random, this.sleeper);
		Acquisition acquisition = new ObservedAcquisition(
				new RemoteAcquisition(this.client, repeat, this.nanos, this.clock), this.observations);
		boolean own = this.scheduler == null;
		SessionTime time = new SessionTime(this.nanos, this.clock,
				(this.scheduler != null) ? this.scheduler : threads(), own, this.observations::carry);
		SessionPolicy policy = new SessionPolicy(this.settings, this.random);
		SessionListeners told = new SessionListeners(this.listeners);
		SessionStateMachine stateMachine = new SessionStateMachine(policy,
				new ExceptionTranslatingProvider(this.credentials), acquisition, this.settings.acquisitionTimeout(),
				time, events(new SessionLog(), told));
		return new DefaultConnectSessionManager(stateMachine, time, this.settings.waitTimeout(), this.observations,
				told);
	}

	/** The log is written at once, so that it belongs to what its thread is doing. */
	private static SessionEvents events(SessionLog log, SessionListeners told) {
		return new SessionEvents((event) -> {
			log.onEvent(event);
			told.tell(event);
		});
	}

	/** One for the acquisition, one that watches it. They start with the first task. */
	private static ScheduledExecutorService threads() {
		CustomizableThreadCreator threads = new CustomizableThreadCreator("getty-connect-session-");
		threads.setDaemon(true);
		ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(2, threads::createThread);
		executor.setRemoveOnCancelPolicy(true);
		return executor;
	}

}
