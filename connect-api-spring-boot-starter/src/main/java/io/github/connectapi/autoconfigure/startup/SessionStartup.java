package io.github.connectapi.autoconfigure.startup;

import java.time.Duration;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

import io.github.connectapi.autoconfigure.properties.StartupMode;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * {@link SmartLifecycle} that acquires sessions, unless the startup mode is lazy. Runs
 * before web servers and message listeners are started, which have higher phases.
 */
final class SessionStartup implements SmartLifecycle {

	private final StartupMode mode;

	private final Duration timeout;

	private final ObjectProvider<ConnectSessionManager> managers;

	private volatile boolean running;

	SessionStartup(StartupMode mode, Duration timeout, ObjectProvider<ConnectSessionManager> managers) {
		this.mode = mode;
		this.timeout = timeout;
		this.managers = managers;
	}

	@Override
	public int getPhase() {
		return 0;
	}

	@Override
	public void start() {
		if (this.mode != StartupMode.LAZY) {
			List<ConnectSessionManager> all = this.managers.orderedStream().toList();
			// All managers acquire at the same time. They log failures.
			all.forEach(ConnectSessionManager::getSessionAsync);
			if (this.mode == StartupMode.REQUIRED) {
				SessionAwaiter awaiter = new SessionAwaiter(this.timeout);
				all.forEach(awaiter::await);
			}
		}
		this.running = true;
	}

	// The managers are closed later, after the beans that use them.
	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
