package io.github.connectapi.observation;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.common.docs.KeyName;
import org.jspecify.annotations.Nullable;

import io.github.connectapi.observation.ConnectObservationDocumentation.HighCardinalityKeyNames;
import io.github.connectapi.observation.ConnectObservationDocumentation.LowCardinalityKeyNames;

/**
 * Default {@link ConnectObservationConvention}, with the names and keys of
 * {@link ConnectObservationDocumentation}. Extend it to change some of them.
 */
public class DefaultConnectObservationConvention implements ConnectObservationConvention {

	/**
	 * Create a convention.
	 */
	public DefaultConnectObservationConvention() {
	}

	/**
	 * Return the name of a span, which includes the operation if it is known at the
	 * start.
	 */
	@Override
	public @Nullable String getContextualName(ConnectObservationContext context) {
		String name = switch (context.observation()) {
			case EXCHANGE -> "connect exchange";
			case EXCHANGE_WAIT -> "connect wait for exchange";
			case ACQUISITION -> "connect acquire session";
			case WAIT -> "connect wait for session";
			case CALL -> "connect call";
			case DOWNLOAD -> "connect download file";
			case PURCHASE -> "connect purchase";
		};
		return context.operation().map((operation) -> name + " " + operation).orElse(name);
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(ConnectObservationContext context) {
		KeyValues values = KeyValues.empty();
		for (KeyName key : context.observation().getLowCardinalityKeyNames()) {
			values = values.and(key.withValue(switch ((LowCardinalityKeyNames) key) {
				case OPERATION -> context.operation().orElse(KeyValue.NONE_VALUE);
				case OUTCOME -> context.purchaseOutcome().orElseGet(() -> context.outcome().name());
				case CODE -> context.code().orElse(KeyValue.NONE_VALUE);
				case REPLAYED -> String.valueOf(context.isReplayed());
				case OFFERING -> context.productOffering().orElse(KeyValue.NONE_VALUE);
			}));
		}
		return values;
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(ConnectObservationContext context) {
		return context.coordinationId()
			.map((id) -> KeyValues.of(HighCardinalityKeyNames.COORDINATION_ID.withValue(id)))
			.orElse(KeyValues.empty());
	}

}
