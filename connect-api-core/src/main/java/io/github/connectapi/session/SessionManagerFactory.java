package io.github.connectapi.session;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.Internal;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.observation.ConnectObservations;
import io.github.connectapi.retry.Retry;
import io.github.connectapi.retry.RetrySettings;
import io.github.connectapi.retry.Sleeper;

/**
 * Factory that wires a session manager, for its builder, tests and benchmarks. Immutable.
 */
@Internal
public final class SessionManagerFactory {

	final DoubleSupplier random;

	final Sleeper sleeper;

	/** Whether the scheduler executes tasks at another time than that of the system. */
	final boolean manualTime;

	/**
	 * Create a factory whose managers use random jitter and sleep between attempts.
	 */
	public SessionManagerFactory() {
		this(() -> ThreadLocalRandom.current().nextDouble(), Sleeper.threadSleep(), false);
	}

	/**
	 * Create a factory of managers in manual time.
	 * @param random the source of jitter: random numbers from 0 to less than 1
	 * @param sleeper how to sleep between two attempts
	 */
	public SessionManagerFactory(DoubleSupplier random, Sleeper sleeper) {
		this(random, sleeper, true);
	}

	private SessionManagerFactory(DoubleSupplier random, Sleeper sleeper, boolean manualTime) {
		this.random = random;
		this.sleeper = sleeper;
		this.manualTime = manualTime;
	}

	/**
	 * Create a builder whose managers are wired by this factory.
	 * @param client the client to use
	 * @param credentials the provider of the credentials of each acquisition
	 * @return the builder
	 */
	public ConnectSessionManagerBuilder builder(ConnectClient client, ConnectCredentialsProvider credentials) {
		return new ConnectSessionManagerBuilder(this, client, credentials);
	}

	/**
	 * Create what the sessions of many users share.
	 * @param builder the builder with the settings
	 * @param maxConcurrent the maximum number of concurrent acquisitions
	 * @return what they share
	 */
	public SessionGroup group(ConnectSessionManagerBuilder builder, int maxConcurrent) {
		return builder.buildGroup(maxConcurrent);
	}

	SessionGroup group(Supplier<SessionAcquirer> acquirers, SessionSettings settings, SessionScheduler scheduler,
			ConnectObservations observations, Runnable closing, @Nullable BooleanSupplier storeAvailable) {
		return new SessionGroup(new SessionPolicy(settings, this.random), acquirers, settings, scheduler, observations,
				closing, storeAvailable);
	}

	SessionAcquirer acquirer(ConnectClient client, RetrySettings retry, SessionScheduler scheduler,
			ConnectObservations observations) {
		Retry attempts = new Retry(retry, scheduler::nanos, this.random, this.sleeper);
		return new RemoteSessionAcquirer(client, attempts, scheduler, observations);
	}

	DefaultConnectSessionManager create(SessionAcquirer acquirer, ConnectCredentialsProvider credentials,
			SessionSettings settings, SessionScheduler scheduler, ConnectObservations observations,
			List<ConnectSessionListener> listeners) {
		return create(acquirer, credentials, settings, scheduler, observations, listeners, null);
	}

	DefaultConnectSessionManager create(SessionAcquirer acquirer, ConnectCredentialsProvider credentials,
			SessionSettings settings, SessionScheduler scheduler, ConnectObservations observations,
			List<ConnectSessionListener> listeners, @Nullable SharedSessionAcquirer shared) {
		SessionGroup group = group(() -> acquirer, settings, scheduler, observations, () -> {
		}, null);
		SessionEventPublisher<ConnectSessionListener> events = new SessionEventPublisher<>(listeners,
				scheduler.threads("getty-connect-events-"));
		SessionStateMachine stateMachine = group
			.create(new DefaultConnectSessionManager.Owner(credentials, scheduler, events), null);
		return new DefaultConnectSessionManager(stateMachine, scheduler, group, events, shared);
	}

}
