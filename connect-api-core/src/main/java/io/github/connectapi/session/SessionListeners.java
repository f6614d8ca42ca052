package io.github.connectapi.session;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.util.CustomizableThreadCreator;

/**
 * Tells the application's listeners, on a thread that exists while there is something to
 * tell.
 */
final class SessionListeners {

	static final int MAX_WAITING = 1000;

	private static final Log logger = LogFactory.getLog(ConnectSessionListener.class);

	private static final long MAX_CLOSE_MILLIS = 500;

	private final List<ConnectSessionListener> listeners;

	private final ThreadPoolExecutor executor;

	SessionListeners(List<ConnectSessionListener> listeners) {
		this.listeners = List.copyOf(listeners);
		CustomizableThreadCreator threads = new CustomizableThreadCreator("getty-connect-events-");
		threads.setDaemon(true);
		this.executor = new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MAX_WAITING),
				threads::createThread);
		this.executor.allowCoreThreadTimeOut(true);
	}

	void tell(ConnectSessionEvent event) {
		if (this.listeners.isEmpty()) {
			return;
		}
		try {
			this.executor.execute(() -> this.listeners.forEach((listener) -> tell(listener, event)));
		}
		catch (RejectedExecutionException | Error ex) {
			logger.warn("Connect session listeners are too slow or ended, an event is dropped: event="
					+ event.getClass().getSimpleName() + " generation=" + event.generation());
		}
	}

	private static void tell(ConnectSessionListener listener, ConnectSessionEvent event) {
		try {
			listener.onEvent(event);
		}
		catch (Throwable ex) {
			logger.warn("Connect session listener failed: listener=" + listener.getClass().getName() + " event="
					+ event.getClass().getSimpleName(), ex);
		}
	}

	/** Lets them hear the rest, if that is soon. */
	void close() {
		this.executor.shutdown();
		try {
			if (!this.executor.awaitTermination(MAX_CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
				this.executor.shutdownNow();
			}
		}
		catch (InterruptedException ex) {
			this.executor.shutdownNow();
			Thread.currentThread().interrupt();
		}
	}

}
