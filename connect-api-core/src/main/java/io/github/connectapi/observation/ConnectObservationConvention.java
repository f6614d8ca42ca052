package io.github.connectapi.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * {@link ObservationConvention} for the names and keys of
 * {@link ConnectObservationDocumentation observations}. Extend
 * {@link DefaultConnectObservationConvention} to change some of them.
 */
public interface ConnectObservationConvention extends ObservationConvention<ConnectObservationContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof ConnectObservationContext;
	}

}
