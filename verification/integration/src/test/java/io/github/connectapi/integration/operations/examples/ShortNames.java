package io.github.connectapi.integration.operations.examples;

import io.github.connectapi.observation.ConnectObservationContext;
import io.github.connectapi.observation.DefaultConnectObservationConvention;
import io.micrometer.common.KeyValues;

import org.springframework.stereotype.Component;

@Component
class ShortNames extends DefaultConnectObservationConvention {

	@Override
	public String getContextualName(ConnectObservationContext context) {
		return "getty " + context.operation().orElse("session");
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(ConnectObservationContext context) {
		return super.getLowCardinalityKeyValues(context).and("api", "v1");
	}

}
