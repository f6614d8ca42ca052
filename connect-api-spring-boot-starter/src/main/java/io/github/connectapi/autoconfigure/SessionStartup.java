package io.github.connectapi.autoconfigure;

import java.time.Duration;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

import io.github.connectapi.session.ConnectSessionManager;

/**
 * Acquires the session while the application starts, if it is to. Runs before web servers
 * and message listeners start, which have higher phases.
 */
final class SessionStartup implements SmartLifecycle {

	private final Startup startup;

	private final Duration timeout;

	private final ObjectProvider<ConnectSessionManager> managers;

	private volatile boolean running;

	SessionStartup(Startup startup, Duration timeout, ObjectProvider<ConnectSessionManager> managers) {
		this.startup = startup;
		this.timeout = timeout;
		this.managers = managers;
	}

	@Override
	public int getPhase() {
		return 0;
	}

	@Override
	public void start() {
		if (this.startup != Startup.LAZY) {
			List<ConnectSessionManager> all = this.managers.orderedStream().toList();
			// All of them at once; the manager logs a failure.
			all.forEach(ConnectSessionManager::getSessionAsync);
			if (this.startup == Startup.REQUIRED) {
				RequiredSession required = new RequiredSession(this.timeout);
				all.forEach(required::await);
			}
		}
		this.running = true;
	}

	/** Nothing to stop: the manager is closed after the beans that use it. */
	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
