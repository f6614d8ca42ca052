package io.github.connectapi.autoconfigure;

import java.util.concurrent.CountDownLatch;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.log.LogMessage;

import io.github.connectapi.ErrorSuppressingLog;
import io.github.connectapi.Internal;
import io.github.connectapi.session.ConnectSessionEvent;
import io.github.connectapi.session.ConnectSessionListener;
import io.github.connectapi.user.ConnectUserSessionListener;

/**
 * Delivers session events to the listeners of the application when its context is ready:
 * after all other listeners of its {@link ContextRefreshedEvent}. Until then the listener
 * thread of the manager, or of all users, waits, because an event would make it create
 * beans while the context is refreshed. If the refresh fails, the events are discarded.
 */
@Internal
public final class SessionEventDelivery implements SmartInitializingSingleton, DisposableBean {

	/**
	 * The bean name of the delivery.
	 */
	public static final String BEAN_NAME = "gettyConnectSessionEventDelivery";

	private static final ErrorSuppressingLog logger = ErrorSuppressingLog.of(ConnectSessionListener.class);

	private final ConfigurableApplicationContext context;

	private final CountDownLatch decided = new CountDownLatch(1);

	private volatile boolean ready;

	SessionEventDelivery(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/** Return a listener that passes each event to the given one. */
	ConnectSessionListener to(ConnectSessionListener listener) {
		return (event) -> {
			if (awaitReady()) {
				deliver(listener, () -> listener.onEvent(event), event);
			}
		};
	}

	/** Return a listener that passes each event to the given one. */
	public ConnectUserSessionListener to(ConnectUserSessionListener listener) {
		return (key, event) -> {
			if (awaitReady()) {
				deliver(listener, () -> listener.onEvent(key, event), event);
			}
		};
	}

	// Logged here, because the class of the lambda would be logged otherwise.
	private static void deliver(Object listener, Runnable call, ConnectSessionEvent event) {
		try {
			call.run();
		}
		catch (Throwable ex) {
			logger.warn(LogMessage.format("Connect session listener failed: listener=%s event=%s",
					listener.getClass().getName(), event.getClass().getSimpleName()), ex);
		}
	}

	private boolean awaitReady() {
		try {
			this.decided.await();
			return this.ready;
		}
		catch (InterruptedException ex) {
			// The manager is being closed.
			Thread.currentThread().interrupt();
			return false;
		}
	}

	// Not a bean, so that it follows the listeners that are methods of beans.
	@Override
	public void afterSingletonsInstantiated() {
		this.context.addApplicationListener(new RefreshListener());
	}

	@Override
	public void destroy() {
		this.decided.countDown();
	}

	private final class RefreshListener implements ApplicationListener<ContextRefreshedEvent> {

		// The events of child contexts arrive too.
		@Override
		public void onApplicationEvent(ContextRefreshedEvent event) {
			if (event.getApplicationContext() == SessionEventDelivery.this.context) {
				SessionEventDelivery.this.ready = true;
				SessionEventDelivery.this.decided.countDown();
			}
		}

	}

}
