package io.github.connectapi.observation;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

import io.github.connectapi.observation.ConnectObservation.HighCardinality;
import io.github.connectapi.observation.ConnectObservation.LowCardinality;

/**
 * Convention for the names and keys of observations. By default they are those of
 * {@link ConnectObservation}. Override methods to change them.
 */
public interface ConnectObservationConvention extends ObservationConvention<ConnectObservationContext> {

	/** The convention with the documented names and keys. */
	ConnectObservationConvention DEFAULT = new ConnectObservationConvention() {
	};

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof ConnectObservationContext;
	}

	/**
	 * Return the name of a span, which includes the operation if it is known at the
	 * start.
	 */
	@Override
	default String getContextualName(ConnectObservationContext context) {
		String name = switch (context.observation()) {
			case EXCHANGE -> "connect exchange";
			case ACQUISITION -> "connect acquire session";
			case WAIT -> "connect wait for session";
			case CALL -> "connect call";
		};
		return context.operation().map((operation) -> name + " " + operation).orElse(name);
	}

	@Override
	default KeyValues getLowCardinalityKeyValues(ConnectObservationContext context) {
		KeyValues values = KeyValues.empty();
		for (KeyName key : context.observation().getLowCardinalityKeyNames()) {
			values = values.and(key.withValue(switch ((LowCardinality) key) {
				case OPERATION -> context.operation().orElse(KeyValue.NONE_VALUE);
				case OUTCOME -> context.outcome().name();
				case CODE -> context.code().orElse(KeyValue.NONE_VALUE);
				case REPLAYED -> String.valueOf(context.isReplayed());
			}));
		}
		return values;
	}

	@Override
	default KeyValues getHighCardinalityKeyValues(ConnectObservationContext context) {
		return context.coordinationId()
			.map((id) -> KeyValues.of(HighCardinality.COORDINATION_ID.withValue(id)))
			.orElse(KeyValues.empty());
	}

}
