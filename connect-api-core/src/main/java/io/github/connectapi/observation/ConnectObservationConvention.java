package io.github.connectapi.observation;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

import io.github.connectapi.observation.ConnectObservation.HighCardinality;
import io.github.connectapi.observation.ConnectObservation.LowCardinality;

/**
 * How observations are named and which keys they have. Without further ado as
 * {@link ConnectObservation} says; implement it to change some of that.
 */
public interface ConnectObservationConvention extends ObservationConvention<ConnectObservationContext> {

	/** The keys as documented. */
	ConnectObservationConvention DEFAULT = new ConnectObservationConvention() {
	};

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof ConnectObservationContext;
	}

	/**
	 * The name of a span: that of the operation if it is known from the beginning.
	 */
	@Override
	default String getContextualName(ConnectObservationContext context) {
		String what = switch (context.observation()) {
			case EXCHANGE -> "connect exchange";
			case ACQUISITION -> "connect acquire session";
			case WAIT -> "connect wait for session";
			case CALL -> "connect call";
		};
		return context.operation().map((operation) -> what + " " + operation).orElse(what);
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
