package io.github.connectapi.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.NullMarked;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.benchmarks.peer.Server;
import io.github.connectapi.benchmarks.peer.Times;
import io.github.connectapi.benchmarks.peer.TokenCache;
import io.github.connectapi.observation.ConnectObservations;
import io.github.connectapi.retry.Sleeper;
import io.github.connectapi.retry.Retry;
import io.github.connectapi.retry.RetrySettings;

/**
 * The session manager as the builder makes it, on system clocks and two threads of its
 * own, but for the exchange: the wire knows lifetimes in minutes, a benchmark has
 * seconds. In this package to reach that seam.
 */
@NullMarked
public final class ManagerCache implements TokenCache {

	private static final ConnectCredentials CREDENTIALS = ConnectCredentials.of("1", "system", "user", "password");

	private final ConnectSessionManager manager;

	/**
	 * Makes a manager.
	 * @param server whom to ask
	 * @param times when to renew; the last share is the manager's own 10 % margin
	 */
	public ManagerCache(Server server, Times times) {
		DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();
		Retry retry = new Retry(RetrySettings.defaults(), System::nanoTime, random, Sleeper.threadSleep());
		Acquisition acquisition = (previous, credentials, endNanos) -> retry.call(() -> ask(server), endNanos);
		SessionSettings settings = settings(times);
		SessionTime time = new SessionTime(System::nanoTime, InstantSource.system(), threads(), true,
				UnaryOperator.identity());
		SessionStateMachine stateMachine = new SessionStateMachine(new SessionPolicy(settings, random),
				new ExceptionTranslatingProvider(() -> CREDENTIALS), acquisition, settings.acquisitionTimeout(), time,
				new SessionEvents(new SessionLog()::onEvent));
		this.manager = new DefaultConnectSessionManager(stateMachine, time, settings.waitTimeout(),
				ConnectObservations.NONE, new SessionListeners(List.of()));
	}

	private static Acquired ask(Server server) {
		ClockReading sent = ClockReading.now(System::nanoTime, InstantSource.system());
		return new Acquired(server.grant(), false, sent);
	}

	private static SessionSettings settings(Times times) {
		Duration margin = times.lifetime().minus(times.usable());
		return SessionSettings.defaults().withRenewal(times.renewAt(), times.renewJitter()).withExpiryMargin(margin);
	}

	private static ScheduledThreadPoolExecutor threads() {
		ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(2, (task) -> {
			Thread thread = new Thread(task, "ours");
			thread.setDaemon(true);
			return thread;
		});
		executor.setRemoveOnCancelPolicy(true);
		return executor;
	}

	@Override
	public Object get() {
		return this.manager.getSession();
	}

	@Override
	public void close() {
		this.manager.close();
	}

}
