package io.github.connectapi.observation;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;

/**
 * Convention whose name is available without a context, because a registry needs the name
 * to check whether the observation is disabled.
 */
record NamedConvention(ConnectObservationConvention convention,
		ConnectObservation observation) implements ConnectObservationConvention {

	@Override
	public String getName() {
		String name = this.convention.getName();
		return (name != null) ? name : this.observation.getName();
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
