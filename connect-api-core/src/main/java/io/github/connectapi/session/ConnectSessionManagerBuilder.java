package io.github.connectapi.session;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.SystemClock;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.observation.ConnectObservationConvention;
import io.github.connectapi.observation.ConnectObservations;
import io.github.connectapi.retry.RetrySettings;
import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.SharedSessionSettings;

/**
 * Builder for a {@link ConnectSessionManager}. Not thread-safe. Clocks and scheduler are
 * meant for tests; by default a manager uses those of the system.
 */
public final class ConnectSessionManagerBuilder {

	/** Polls, claims and acquisitions of one manager use the store at the same time. */
	private static final int STORE_THREADS = 4;

	private final SessionManagerFactory factory;

	final ConnectClient client;

	private final ConnectCredentialsProvider credentials;

	SessionSettings settings = SessionSettings.defaults();

	private RetrySettings retry = RetrySettings.defaults();

	private LongSupplier nanoClock = SystemClock.nanoTime();

	private InstantSource clock = SystemClock.wallClock();

	private @Nullable ScheduledExecutorService scheduler;

	private @Nullable Executor asyncExecutor;

	private @Nullable ClassLoader classLoader;

	private ObservationRegistry observationRegistry = ObservationRegistry.NOOP;

	private @Nullable ConnectObservationConvention observationConvention;

	private final List<ConnectSessionListener> listeners = new ArrayList<>();

	private @Nullable SessionStore store;

	@Nullable SharedSessionSettings sharedSettings;

	ConnectSessionManagerBuilder(SessionManagerFactory factory, ConnectClient client,
			ConnectCredentialsProvider credentials) {
		this.factory = factory;
		this.client = client;
		this.credentials = credentials;
	}

	/**
	 * Set when to renew, how long to wait, and how long to back off after failures.
	 * @param settings the settings; {@link SessionSettings#defaults()} if not set
	 * @return this builder
	 */
	public ConnectSessionManagerBuilder settings(SessionSettings settings) {
		this.settings = settings;
		return this;
	}

	/**
	 * Set how often and how fast a request is retried within one acquisition.
	 * @param retry the settings; {@link RetrySettings#defaults()} if not set
	 * @return this builder
	 */
	public ConnectSessionManagerBuilder retry(RetrySettings retry) {
		this.retry = retry;
		return this;
	}

	/**
	 * Set the monotonic clock, for tests.
	 * @param nanoClock a clock in nanoseconds, like {@link System#nanoTime()}
	 * @return this builder
	 */
	public ConnectSessionManagerBuilder nanoClock(LongSupplier nanoClock) {
		this.nanoClock = nanoClock;
		return this;
	}

	/**
	 * Set the wall clock, for tests.
	 * @param clock the wall clock
	 * @return this builder
	 */
	public ConnectSessionManagerBuilder clock(InstantSource clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * Set the executor of acquisitions and of the renewal timer. The manager does not
	 * shut it down. If the session is shared, polls use one of its threads as well, for
	 * up to the timeout of the store.
	 * @param scheduler an executor with at least four threads, or five if the session is
	 * shared: one for the timer, one for polls, and three for acquisitions, of which two
	 * may be abandoned because their credentials providers hang; by default the manager
	 * has daemon threads of its own, which end when they are idle
	 * @return this builder
	 */
	public ConnectSessionManagerBuilder scheduler(ScheduledExecutorService scheduler) {
		this.scheduler = scheduler;
		return this;
	}

	/**
	 * Set the executor that completes the stages of
	 * {@link ConnectSessionManager#getSessionAsync()}, and on which their dependent
	 * stages run. The manager does not shut it down. A stage that it does not accept is
	 * completed by a thread of the manager.
	 * @param asyncExecutor the executor; by default up to four daemon threads of the
	 * manager, which end when they are idle
	 * @return this builder
	 */
	public ConnectSessionManagerBuilder asyncExecutor(Executor asyncExecutor) {
		this.asyncExecutor = asyncExecutor;
		return this;
	}

	/**
	 * Set the context class loader of the threads of the manager. They inherit nothing
	 * from the callers that start them.
	 * @param classLoader the class loader; if null or not set, the context class loader
	 * of the thread that calls {@link #build()}
	 * @return this builder
	 */
	public ConnectSessionManagerBuilder classLoader(@Nullable ClassLoader classLoader) {
		this.classLoader = classLoader;
		return this;
	}

	/**
	 * Set the registry of observations.
	 * @param observationRegistry the registry; {@link ObservationRegistry#NOOP} if not
	 * set
	 * @return this builder
	 */
	public ConnectSessionManagerBuilder observationRegistry(ObservationRegistry observationRegistry) {
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
	public ConnectSessionManagerBuilder observationConvention(
			@Nullable ConnectObservationConvention observationConvention) {
		this.observationConvention = observationConvention;
		return this;
	}

	/**
	 * Add a listener. Listeners are notified in the order in which they were added.
	 * @param listener the listener
	 * @return this builder
	 */
	public ConnectSessionManagerBuilder listener(ConnectSessionListener listener) {
		this.listeners.add(listener);
		return this;
	}

	/**
	 * Share the session with the managers of other instances that use the same store,
	 * base URL, namespace, secret and credentials. While the store responds, they need
	 * one login together. The manager does not close the store.
	 * @param store the store
	 * @param settings how to share the session
	 * @return this builder
	 */
	public ConnectSessionManagerBuilder sharedSession(SessionStore store, SharedSessionSettings settings) {
		this.store = store;
		this.sharedSettings = settings;
		return this;
	}

	/**
	 * Build the manager. It sends nothing to the server until its session is first
	 * requested. The store of a shared session is read once in the background.
	 * @return the manager, which must be closed when it is no longer needed
	 */
	public ConnectSessionManager build() {
		ClassLoader loader = (this.classLoader != null) ? this.classLoader : ClassUtils.getDefaultClassLoader();
		SessionScheduler sessionScheduler = new SessionScheduler(this.nanoClock, this.clock, this.scheduler,
				this.asyncExecutor, loader);
		ConnectObservations observations = ConnectObservations.of(this.observationRegistry, this.observationConvention);
		SessionAcquirer acquirer = this.factory.acquirer(this.client, this.retry, sessionScheduler, observations);
		if (this.store == null || this.sharedSettings == null) {
			return this.factory.create(acquirer, this.credentials, this.settings, sessionScheduler, observations,
					this.listeners);
		}
		SharedSessionAcquirer.Store opened = SharedSessionAcquirer.Store.open(this, this.store, this.sharedSettings,
				STORE_THREADS, sessionScheduler, loader, this.factory);
		SharedSessionAcquirer shared = SharedSessionAcquirer.create(acquirer, opened, this, sessionScheduler,
				this.factory.random);
		return this.factory.create(shared, this.credentials, this.settings, sessionScheduler, observations,
				this.listeners, shared);
	}

	/** Build what the sessions of many users share. */
	SessionGroup buildGroup(int maxConcurrent) {
		SessionScheduler sessionScheduler = new SessionScheduler(this.nanoClock, this.clock, this.scheduler,
				this.asyncExecutor, this.classLoader);
		ConnectObservations observations = ConnectObservations.of(this.observationRegistry, this.observationConvention);
		SessionAcquirer acquirer = this.factory.acquirer(this.client, this.retry, sessionScheduler, observations);
		if (this.store == null || this.sharedSettings == null) {
			return this.factory.group(() -> acquirer, this.settings, sessionScheduler, observations, () -> {
			}, null);
		}
		SharedSessionAcquirer.Store opened = SharedSessionAcquirer.Store.open(this, this.store, this.sharedSettings,
				maxConcurrent + STORE_THREADS, sessionScheduler, this.classLoader, this.factory);
		return this.factory.group(SharedSessionAcquirer.withoutPolling(acquirer, opened, sessionScheduler),
				this.settings, sessionScheduler, observations, opened.closing(), opened.sessions()::isStoreAvailable);
	}

}
