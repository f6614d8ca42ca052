package io.github.connectapi.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.benchmarks.peer.Server;
import io.github.connectapi.benchmarks.peer.Times;
import io.github.connectapi.benchmarks.peer.TokenCache;
import io.github.connectapi.observation.ConnectObservations;
import io.github.connectapi.retry.Retry;
import io.github.connectapi.retry.RetrySettings;

/**
 * The session manager as its factory wires it, on system clocks and threads of its own,
 * but without the network: the protocol has lifetimes in minutes, a benchmark in seconds.
 * It is in this package to replace the acquirer.
 */
public final class ManagerCache implements TokenCache {

	private static final ConnectCredentials CREDENTIALS = ConnectCredentials.of("1", "system", "user", "password");

	private final ConnectSessionManager manager;

	/**
	 * Create a manager.
	 * @param server the server that issues the tokens
	 * @param times when to renew; the last share is the 10 % margin of the manager
	 */
	public ManagerCache(Server server, Times times) {
		SessionScheduler scheduler = new SessionScheduler(System::nanoTime, InstantSource.system(), null, null, null);
		Retry retry = new Retry(RetrySettings.defaults(), System::nanoTime);
		SessionAcquirer acquirer = (previous, credentials, deadlineNanos) -> retry
			.call(() -> acquire(server, scheduler), deadlineNanos);
		this.manager = new SessionManagerFactory().create(acquirer, () -> CREDENTIALS, settings(times), scheduler,
				ConnectObservations.NOOP, List.of());
	}

	private static SessionAcquirer.Result acquire(Server server, SessionScheduler scheduler) {
		ClockReading sentAt = scheduler.now();
		return new SessionAcquirer.Result(server.issueSession(), false, sentAt);
	}

	private static SessionSettings settings(Times times) {
		Duration margin = times.lifetime().minus(times.usable());
		return SessionSettings.defaults().withRenewal(times.renewAt(), times.renewJitter()).withExpiryMargin(margin);
	}

	@Override
	public Object get() {
		return this.manager.getSession();
	}

	/**
	 * Return a stage that completes with a token.
	 * @return the stage
	 */
	public CompletionStage<ConnectSession> getAsync() {
		return this.manager.getSessionAsync();
	}

	@Override
	public void close() {
		this.manager.close();
	}

}
