package io.github.connectapi.observation;

import java.util.function.Consumer;
import java.util.function.Function;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import io.github.connectapi.Internal;

/**
 * Observes tasks with an {@link ObservationRegistry}. Without a registry no observation
 * is created. Thread-safe.
 */
@Internal
public final class ConnectObservations {

	/** Observations that are disabled. */
	public static final ConnectObservations NOOP = of(ObservationRegistry.NOOP, null);

	private static final ConnectObservationConvention DEFAULT_CONVENTION = new DefaultConnectObservationConvention();

	private final ObservationRegistry registry;

	private final @Nullable ConnectObservationConvention convention;

	private final CodeCardinalityLimiter codes = new CodeCardinalityLimiter();

	private final ErrorSuppressingObserver observer;

	private ConnectObservations(ObservationRegistry registry, @Nullable ConnectObservationConvention convention) {
		this.registry = registry;
		this.convention = convention;
		this.observer = new ErrorSuppressingObserver(registry);
	}

	/**
	 * Create observations.
	 * @param registry the registry
	 * @param convention the names and keys; null for those of
	 * {@link ConnectObservationDocumentation}, unless the registry has a global
	 * convention
	 * @return the observations
	 */
	public static ConnectObservations of(ObservationRegistry registry,
			@Nullable ConnectObservationConvention convention) {
		return new ConnectObservations(registry, convention);
	}

	/**
	 * Run a task and observe its start, its end and its failure. Exceptions of a handler
	 * or a convention do not affect the task.
	 * @param observation the kind of observation
	 * @param operation the operation; null if it is not known yet
	 * @param coordinationId the id of the request; null if there is no single request
	 * @param task the task, which may change the context
	 * @param <T> the type of the result
	 * @return the result of the task
	 */
	public <T> T observe(ConnectObservationDocumentation observation, @Nullable String operation,
			@Nullable String coordinationId, Function<ConnectObservationContext, T> task) {
		ConnectObservationContext context = context(observation, operation, coordinationId);
		return this.registry.isNoop() ? task.apply(context)
				: this.observer.observe(create(context), () -> task.apply(context));
	}

	/**
	 * Observe the start of a task that ends on another thread.
	 * @param observation the kind of observation
	 * @return a consumer to call at the end, with the failure, or null after a success
	 */
	public Consumer<@Nullable Throwable> start(ConnectObservationDocumentation observation) {
		if (this.registry.isNoop()) {
			return (failure) -> {
			};
		}
		Observation started = create(context(observation, null, null));
		this.observer.attempt(started::start);
		return (failure) -> {
			if (failure != null) {
				this.observer.attempt(() -> started.error(failure));
			}
			this.observer.stop(started);
		};
	}

	/**
	 * Wrap a task for another thread, so that it runs within the current observation of
	 * this thread.
	 * @param task the task
	 * @return the wrapped task
	 */
	public Runnable wrap(Runnable task) {
		Observation current = this.registry.isNoop() ? null : this.registry.getCurrentObservation();
		return (current != null) ? () -> this.observer.within(current, task) : task;
	}

	private ConnectObservationContext context(ConnectObservationDocumentation observation, @Nullable String operation,
			@Nullable String coordinationId) {
		return new ConnectObservationContext(observation, this.codes, operation, coordinationId);
	}

	private Observation create(ConnectObservationContext context) {
		ConnectObservationDocumentation observation = context.observation();
		return observation.observation(
				(this.convention != null) ? new NamedConvention(this.convention, observation) : null,
				new NamedConvention(DEFAULT_CONVENTION, observation), () -> context, this.registry);
	}

}
