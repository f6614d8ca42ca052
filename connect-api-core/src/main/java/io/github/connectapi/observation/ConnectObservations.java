package io.github.connectapi.observation;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Observes work with a registry of Micrometer. Give one and the same to the builders of
 * client, manager and API. Without a registry nothing is made and nothing is called.
 * Thread-safe.
 */
public final class ConnectObservations {

	/** Observes nothing. */
	public static final ConnectObservations NONE = of(ObservationRegistry.NOOP);

	private final ObservationRegistry registry;

	private final @Nullable ConnectObservationConvention convention;

	private final CodeCardinalityLimiter codes = new CodeCardinalityLimiter();

	private final ErrorSuppressingObserver quietly;

	private ConnectObservations(ObservationRegistry registry, @Nullable ConnectObservationConvention convention) {
		this.registry = registry;
		this.convention = convention;
		this.quietly = new ErrorSuppressingObserver(registry);
	}

	/**
	 * Observations with the names and keys of {@link ConnectObservation}, unless the
	 * registry has a convention that says otherwise.
	 * @param registry where to tell of them
	 * @return observations
	 */
	public static ConnectObservations of(ObservationRegistry registry) {
		return new ConnectObservations(registry, null);
	}

	/**
	 * Observations with names and keys of your own.
	 * @param registry where to tell of them
	 * @param convention the names and keys
	 * @return observations
	 */
	public static ConnectObservations of(ObservationRegistry registry, ConnectObservationConvention convention) {
		return new ConnectObservations(registry, convention);
	}

	/**
	 * Does work, and tells of its begin, its end and its failure. What a handler or a
	 * convention throws does not touch the work.
	 * @param observation what the work is
	 * @param operation the operation; null if it is not known yet
	 * @param coordinationId the id of the request; null if it is not one
	 * @param work the work, which may add to the details
	 * @param <T> what it answers
	 * @return what it answered
	 */
	public <T> T observe(ConnectObservation observation, @Nullable String operation, @Nullable String coordinationId,
			Function<ConnectObservationContext, T> work) {
		ConnectObservationContext context = context(observation, operation, coordinationId);
		return this.registry.isNoop() ? work.apply(context)
				: this.quietly.observe(made(context), () -> work.apply(context));
	}

	/**
	 * Tells of the begin now, and of the end when a stage completes.
	 * @param observation what is begun
	 * @param begin begins it
	 * @param <T> what the stage answers
	 * @return a stage that completes with the other one, or after it
	 */
	public <T> CompletionStage<T> observeStage(ConnectObservation observation, Supplier<CompletionStage<T>> begin) {
		if (this.registry.isNoop()) {
			return begin.get();
		}
		Observation begun = made(context(observation, null, null));
		this.quietly.attempt(begun::start);
		return begin.get().whenComplete((result, failure) -> {
			if (failure != null) {
				this.quietly.attempt(() -> begun.error(cause(failure)));
			}
			this.quietly.stop(begun);
		});
	}

	private static Throwable cause(Throwable failure) {
		return (failure instanceof CompletionException && failure.getCause() != null) ? failure.getCause() : failure;
	}

	/**
	 * Makes work that is done on another thread belong to what this thread observes.
	 * @param work the work
	 * @return the same work, with the current observation of this thread
	 */
	public Runnable carry(Runnable work) {
		Observation current = this.registry.getCurrentObservation();
		return (current != null) ? () -> this.quietly.within(current, work) : work;
	}

	private ConnectObservationContext context(ConnectObservation observation, @Nullable String operation,
			@Nullable String coordinationId) {
		return new ConnectObservationContext(observation, this.codes, operation, coordinationId);
	}

	private Observation made(ConnectObservationContext context) {
		ConnectObservation observation = context.observation();
		return observation.observation(
				(this.convention != null) ? new NamedConvention(this.convention, observation) : null,
				new NamedConvention(ConnectObservationConvention.DEFAULT, observation), () -> context, this.registry);
	}

}
