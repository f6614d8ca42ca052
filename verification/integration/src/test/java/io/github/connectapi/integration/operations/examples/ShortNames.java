package io.github.connectapi.integration.operations.examples;

import io.github.connectapi.observation.ConnectObservationContext;
import io.github.connectapi.observation.ConnectObservationConvention;
import io.micrometer.common.KeyValues;

import org.springframework.stereotype.Component;

@Component
class ShortNames implements ConnectObservationConvention {

	@Override
	public String getContextualName(ConnectObservationContext context) {
		return "getty " + context.operation().orElse("session");
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(ConnectObservationContext context) {
		return ConnectObservationConvention.super.getLowCardinalityKeyValues(context).and("api", "v1");
	}

}
