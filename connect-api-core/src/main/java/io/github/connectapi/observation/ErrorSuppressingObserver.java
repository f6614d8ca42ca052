package io.github.connectapi.observation;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

import io.github.connectapi.ErrorSuppressingLog;

/**
 * Observes tasks and suppresses the errors of handlers and conventions: they do not
 * affect the task, and the first one is logged. Thread-safe.
 */
final class ErrorSuppressingObserver {

	private static final ErrorSuppressingLog logger = ErrorSuppressingLog.of(ConnectObservations.class);

	private final ObservationRegistry registry;

	private final AtomicBoolean logged = new AtomicBoolean();

	ErrorSuppressingObserver(ObservationRegistry registry) {
		this.registry = registry;
	}

	<T> T observe(Observation observation, Supplier<T> task) {
		attempt(observation::start);
		try {
			return within(observation, task);
		}
		catch (Throwable ex) {
			attempt(() -> observation.error(ex));
			throw ex;
		}
		finally {
			stop(observation);
		}
	}

	void within(Observation observation, Runnable task) {
		within(observation, () -> {
			task.run();
			return observation;
		});
	}

	private <T> T within(Observation observation, Supplier<T> task) {
		Observation.Scope before = this.registry.getCurrentObservationScope();
		Observation.Scope scope = attempt(observation::openScope);
		try {
			return task.get();
		}
		finally {
			if (scope != null) {
				attempt(() -> {
					scope.close();
					return scope;
				});
			}
			// A handler that threw an exception may have left another scope.
			this.registry.setCurrentObservationScope(before);
		}
	}

	void stop(Observation observation) {
		attempt(() -> {
			observation.stop();
			return observation;
		});
	}

	<T> @Nullable T attempt(Supplier<T> action) {
		try {
			return action.get();
		}
		catch (Throwable ex) {
			if (!this.logged.getAndSet(true)) {
				logger.warn(LogMessage.format("Connect observation failed; further failures are not logged: error=%s",
						ex.getClass().getName()), ex);
			}
			return null;
		}
	}

}
