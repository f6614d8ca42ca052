package io.github.connectapi.user;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

import io.github.connectapi.SystemClock;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.observation.ConnectObservationConvention;
import io.github.connectapi.retry.RetrySettings;
import io.github.connectapi.session.ConnectSessionManagerBuilder;
import io.github.connectapi.session.SessionManagerFactory;
import io.github.connectapi.session.SessionSettings;
import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.SharedSessionSettings;

/**
 * Builder for {@link ConnectSessions}. Not thread-safe. Clocks and scheduler are meant
 * for tests; by default those of the system are used.
 */
public final class ConnectSessionsBuilder {

	final SessionManagerFactory factory;

	final ConnectSessionManagerBuilder manager;

	final ConnectUserCredentials credentials;

	ConnectSessionsSettings settings = ConnectSessionsSettings.defaults();

	SessionSettings sessionSettings = SessionSettings.defaults();

	LongSupplier nanoClock = SystemClock.nanoTime();

	InstantSource clock = SystemClock.wallClock();

	@Nullable ClassLoader classLoader;

	final List<ConnectUserSessionListener> listeners = new ArrayList<>();

	ConnectSessionsBuilder(ConnectClient client, ConnectUserCredentials credentials) {
		this(new SessionManagerFactory(), client, credentials);
	}

	ConnectSessionsBuilder(SessionManagerFactory factory, ConnectClient client, ConnectUserCredentials credentials) {
		this.factory = factory;
		this.credentials = credentials;
		this.manager = factory.builder(client, () -> {
			throw new IllegalStateException("Each user has credentials of his own");
		});
	}

	/**
	 * Set the limits.
	 * @param settings the limits; {@link ConnectSessionsSettings#defaults()} if not set
	 * @return this builder
	 */
	public ConnectSessionsBuilder settings(ConnectSessionsSettings settings) {
		this.settings = settings;
		return this;
	}

	/**
	 * Set when to renew each session, how long to wait, and how long to back off after
	 * failures.
	 * @param sessionSettings the settings; {@link SessionSettings#defaults()} if not set
	 * @return this builder
	 */
	public ConnectSessionsBuilder sessionSettings(SessionSettings sessionSettings) {
		this.sessionSettings = sessionSettings;
		this.manager.settings(sessionSettings);
		return this;
	}

	/**
	 * Set how often and how fast a request is retried within one acquisition.
	 * @param retry the settings; {@link RetrySettings#defaults()} if not set
	 * @return this builder
	 */
	public ConnectSessionsBuilder retry(RetrySettings retry) {
		this.manager.retry(retry);
		return this;
	}

	/**
	 * Share the session of each user with other instances that use the same store, base
	 * URL, namespace and secret, and the same credentials of that user. While the store
	 * responds, they need one login for each user together. A record is read when a
	 * session is acquired, and never in the background: an idle user costs the store
	 * nothing. The store is not closed.
	 * @param store the store
	 * @param settings how to share the sessions; the poll interval has no effect
	 * @return this builder
	 * @throws IllegalArgumentException if the settings have no secret
	 */
	public ConnectSessionsBuilder sharedSession(SessionStore store, SharedSessionSettings settings) {
		Assert.isTrue(settings.secret() != null,
				"Sessions of many users are shared with a secret only: set a secret of at least 32 random characters");
		this.manager.sharedSession(store, settings);
		return this;
	}

	/**
	 * Set the monotonic clock, for tests.
	 * @param nanoClock a clock in nanoseconds, like {@link System#nanoTime()}
	 * @return this builder
	 */
	public ConnectSessionsBuilder nanoClock(LongSupplier nanoClock) {
		this.nanoClock = nanoClock;
		this.manager.nanoClock(nanoClock);
		return this;
	}

	/**
	 * Set the wall clock, for tests.
	 * @param clock the wall clock
	 * @return this builder
	 */
	public ConnectSessionsBuilder clock(InstantSource clock) {
		this.clock = clock;
		this.manager.clock(clock);
		return this;
	}

	/**
	 * Set the executor of short tasks at a later time, such as the deadlines of
	 * acquisitions and the eviction of idle sessions. It is not shut down.
	 * @param scheduler the executor; by default one daemon thread, which ends when it is
	 * idle
	 * @return this builder
	 */
	public ConnectSessionsBuilder scheduler(ScheduledExecutorService scheduler) {
		this.manager.scheduler(scheduler);
		return this;
	}

	/**
	 * Set the executor that completes stages, and on which their dependent stages run. It
	 * is not shut down.
	 * @param asyncExecutor the executor; by default up to four daemon threads, which end
	 * when they are idle
	 * @return this builder
	 */
	public ConnectSessionsBuilder asyncExecutor(Executor asyncExecutor) {
		this.manager.asyncExecutor(asyncExecutor);
		return this;
	}

	/**
	 * Set the context class loader of the threads. They inherit nothing from the callers
	 * that start them.
	 * @param classLoader the class loader; if null or not set, the context class loader
	 * of the thread that calls {@link #build()}
	 * @return this builder
	 */
	public ConnectSessionsBuilder classLoader(@Nullable ClassLoader classLoader) {
		this.classLoader = classLoader;
		return this;
	}

	/**
	 * Set the registry of observations.
	 * @param observationRegistry the registry; {@link ObservationRegistry#NOOP} if not
	 * set
	 * @return this builder
	 */
	public ConnectSessionsBuilder observationRegistry(ObservationRegistry observationRegistry) {
		this.manager.observationRegistry(observationRegistry);
		return this;
	}

	/**
	 * Set the convention for the names and keys of observations.
	 * @param observationConvention the convention; if null or not set, the global
	 * convention of the registry, or else a
	 * {@link io.github.connectapi.observation.DefaultConnectObservationConvention}
	 * @return this builder
	 */
	public ConnectSessionsBuilder observationConvention(@Nullable ConnectObservationConvention observationConvention) {
		this.manager.observationConvention(observationConvention);
		return this;
	}

	/**
	 * Add a listener. Listeners are notified in the order in which they were added.
	 * @param listener the listener
	 * @return this builder
	 */
	public ConnectSessionsBuilder listener(ConnectUserSessionListener listener) {
		this.listeners.add(listener);
		return this;
	}

	/**
	 * Build the sessions. Nothing is sent, and no thread is started, before the first
	 * read.
	 * @return the sessions, which must be closed when they are no longer needed
	 */
	public ConnectSessions build() {
		if (this.classLoader == null) {
			this.classLoader = ClassUtils.getDefaultClassLoader();
		}
		this.manager.classLoader(this.classLoader);
		return new DefaultConnectSessions(this);
	}

}
