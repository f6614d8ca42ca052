package io.github.connectapi.session;

import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.observation.ConnectObservations;

/**
 * Groups whose sessions are created without a server.
 */
public final class LocalSessionGroups {

	private LocalSessionGroups() {
	}

	/**
	 * Create a group.
	 * @param login creates a session
	 * @param settings the settings of the sessions
	 * @param nanos the monotonic clock
	 * @param clock the wall clock
	 * @param scheduler executes timers; null for a thread
	 * @return the group
	 */
	public static SessionGroup create(Function<ConnectCredentials, ConnectSession> login, SessionSettings settings,
			LongSupplier nanos, InstantSource clock, @Nullable ScheduledExecutorService scheduler) {
		SessionScheduler threads = new SessionScheduler(nanos, clock, scheduler, null, null);
		SessionAcquirer acquirer = (previous, credentials, deadline) -> {
			ClockReading sentAt = threads.now();
			return new SessionAcquirer.Result(login.apply(credentials), previous != null, sentAt);
		};
		return new SessionManagerFactory(() -> 0.5, (duration) -> {
		}).group(() -> acquirer, settings, threads, ConnectObservations.NOOP, () -> {
		}, null);
	}

}
