package io.github.connectapi.observation;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Observes so that handlers and conventions that throw harm nothing: the work is done all
 * the same, and the first of them is logged. Thread-safe.
 */
final class ErrorSuppressingObserver {

	private static final Log logger = LogFactory.getLog(ConnectObservations.class);

	private final ObservationRegistry registry;

	private final AtomicBoolean told = new AtomicBoolean();

	ErrorSuppressingObserver(ObservationRegistry registry) {
		this.registry = registry;
	}

	<T> T observe(Observation observation, Supplier<T> work) {
		attempt(observation::start);
		try {
			return within(observation, work);
		}
		catch (Throwable ex) {
			attempt(() -> observation.error(ex));
			throw ex;
		}
		finally {
			stop(observation);
		}
	}

	void within(Observation observation, Runnable work) {
		within(observation, () -> {
			work.run();
			return observation;
		});
	}

	private <T> T within(Observation observation, Supplier<T> work) {
		Observation.Scope before = this.registry.getCurrentObservationScope();
		Observation.Scope scope = attempt(observation::openScope);
		try {
			return work.get();
		}
		finally {
			if (scope != null) {
				attempt(() -> {
					scope.close();
					return scope;
				});
			}
			// What threw while it was opened or closed may have left it.
			this.registry.setCurrentObservationScope(before);
		}
	}

	void stop(Observation observation) {
		attempt(() -> {
			observation.stop();
			return observation;
		});
	}

	<T> @Nullable T attempt(Supplier<T> telling) {
		try {
			return telling.get();
		}
		catch (Throwable ex) {
			if (!this.told.getAndSet(true)) {
				logger.warn("Connect observation failed, further ones are not logged: error=" + ex.getClass().getName(),
						ex);
			}
			return null;
		}
	}

}
