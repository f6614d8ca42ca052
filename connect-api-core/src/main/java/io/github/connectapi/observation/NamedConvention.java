package io.github.connectapi.observation;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;

/**
 * A convention that tells its name before there is a context, which is when a registry
 * asks whether the observation is switched off.
 */
record NamedConvention(ConnectObservationConvention convention,
		ConnectObservation observation) implements ConnectObservationConvention {

	@Override
	public String getName() {
		String own = this.convention.getName();
		return (own != null) ? own : this.observation.getName();
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return this.convention.supportsContext(context);
	}

	@Override
	public String getContextualName(ConnectObservationContext context) {
		return this.convention.getContextualName(context);
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(ConnectObservationContext context) {
		return this.convention.getLowCardinalityKeyValues(context);
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(ConnectObservationContext context) {
		return this.convention.getHighCardinalityKeyValues(context);
	}

}
