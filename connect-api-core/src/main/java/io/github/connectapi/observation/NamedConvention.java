package io.github.connectapi.observation;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Convention whose name is available without a context, because a registry needs the name
 * to check whether the observation is disabled.
 */
final class NamedConvention extends DefaultConnectObservationConvention {

	private final ConnectObservationConvention convention;

	private final ConnectObservationDocumentation observation;

	NamedConvention(ConnectObservationConvention convention, ConnectObservationDocumentation observation) {
		this.convention = convention;
		this.observation = observation;
	}

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
	public @Nullable String getContextualName(ConnectObservationContext context) {
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
