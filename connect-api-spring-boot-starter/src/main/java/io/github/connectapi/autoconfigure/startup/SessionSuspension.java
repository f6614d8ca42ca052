package io.github.connectapi.autoconfigure.startup;

import java.util.stream.Stream;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * {@link SmartLifecycle} that suspends the managers and closes idle connections while the
 * application context is stopped or paused. Stops last and starts first, so that other
 * beans can use the session while they stop and start. Does nothing when the context is
 * closed, because its managers and clients are closed then.
 */
final class SessionSuspension implements SmartLifecycle {

	private final ConfigurableApplicationContext context;

	private volatile boolean running;

	private volatile boolean suspended;

	SessionSuspension(ConfigurableApplicationContext context) {
		this.context = context;
	}

	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

	@Override
	public void start() {
		if (this.suspended) {
			created(ConnectSessionManager.class).forEach(ConnectSessionManager::resume);
			this.suspended = false;
		}
		this.running = true;
	}

	@Override
	public void stop() {
		// Active until its beans are destroyed, so that says nothing about closing.
		if (!this.context.isClosed()) {
			this.suspended = true;
			created(ConnectSessionManager.class).forEach(ConnectSessionManager::suspend);
			created(ConnectClient.class).forEach(ConnectClient::closeIdleConnections);
		}
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	// Does not create lazy beans.
	private <T> Stream<T> created(Class<T> type) {
		return Stream.of(this.context.getBeanFactory().getBeanNamesForType(type, false, false))
			.filter(this.context.getBeanFactory()::containsSingleton)
			.map((name) -> this.context.getBean(name, type));
	}

}
