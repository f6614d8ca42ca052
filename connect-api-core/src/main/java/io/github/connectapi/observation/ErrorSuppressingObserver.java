package io.github.connectapi.observation;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

import io.github.connectapi.ErrorSuppressingLog;

/**
 * Observes tasks and suppresses the errors of the registry, its handlers, predicates and
 * conventions: they do not affect the task, and the first one of a registry is logged.
 * Thread-safe.
 */
final class ErrorSuppressingObserver {

	private static final ErrorSuppressingLog logger = ErrorSuppressingLog.of(ConnectObservations.class);

	/** Registries of which a failure was logged, as client and manager share one. */
	private static final Set<ObservationRegistry> logged = Collections
		.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

	private final ObservationRegistry registry;

	ErrorSuppressingObserver(ObservationRegistry registry) {
		this.registry = registry;
	}

	/** Return whether there is nothing to observe. */
	boolean isDisabled() {
		return !Boolean.FALSE.equals(attempt(this.registry::isNoop));
	}

	/** Create an observation, or one that does nothing if that fails. */
	Observation create(Supplier<Observation> factory) {
		Observation observation = attempt(factory);
		return (observation != null) ? observation : Observation.NOOP;
	}

	/** Return the current observation of this thread, or null if there is none. */
	@Nullable Observation current() {
		return attempt(this.registry::getCurrentObservation);
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
		Observation.Scope before = attempt(this.registry::getCurrentObservationScope);
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
			attempt(() -> {
				// A handler that threw an exception may have left another scope.
				this.registry.setCurrentObservationScope(before);
				return this.registry;
			});
		}
	}

	void stop(Observation observation) {
		attempt(() -> {
			observation.stop();
			return observation;
		});
	}

	<T> @Nullable T attempt(Supplier<? extends @Nullable T> action) {
		try {
			return action.get();
		}
		catch (Throwable ex) {
			log(ex);
			return null;
		}
	}

	private void log(Throwable failure) {
		if (logged.add(this.registry)) {
			logger.warn(LogMessage.format("Connect observation failed; further failures are not logged: error=%s",
					failure.getClass().getName()), failure);
		}
	}

}
