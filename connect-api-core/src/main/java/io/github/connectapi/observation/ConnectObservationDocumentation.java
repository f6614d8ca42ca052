package io.github.connectapi.observation;

import java.util.Locale;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * Documented observations. If Micrometer creates meters from observations, each of them
 * is a timer with this name and its low-cardinality keys, and a long task timer with the
 * suffix {@code .active}.
 */
public enum ConnectObservationDocumentation implements ObservationDocumentation {

	/** A request to the Connect API, of any operation, and its response. */
	EXCHANGE("getty.connect.exchange", LowCardinalityKeyNames.OPERATION, LowCardinalityKeyNames.OUTCOME,
			LowCardinalityKeyNames.CODE),

	/**
	 * An acquisition of a session, including all its exchanges and the intervals between
	 * them.
	 */
	ACQUISITION("getty.connect.acquisition", LowCardinalityKeyNames.OPERATION, LowCardinalityKeyNames.OUTCOME,
			LowCardinalityKeyNames.CODE),

	/**
	 * A call that waits because the maximum number of exchanges is in progress.
	 */
	EXCHANGE_WAIT("getty.connect.exchange.wait", LowCardinalityKeyNames.OPERATION, LowCardinalityKeyNames.OUTCOME),

	/** A caller that waits because there is no valid session. */
	WAIT("getty.connect.wait", LowCardinalityKeyNames.OUTCOME, LowCardinalityKeyNames.CODE),

	/**
	 * A call of an operation, including the wait for a session, retries and the replay.
	 */
	CALL("getty.connect.call", LowCardinalityKeyNames.OPERATION, LowCardinalityKeyNames.OUTCOME,
			LowCardinalityKeyNames.CODE, LowCardinalityKeyNames.REPLAYED),

	/**
	 * A download of a licensed file, including redirects and resumed attempts. Its code
	 * is the reason of the failure.
	 */
	DOWNLOAD("getty.connect.download", LowCardinalityKeyNames.OUTCOME, LowCardinalityKeyNames.CODE),

	/**
	 * A purchase, including what is done after an unclear outcome. Its outcome is
	 * {@code BOUGHT}, {@code NOT_BOUGHT} or {@code UNCLEAR}.
	 */
	PURCHASE("getty.connect.purchase", LowCardinalityKeyNames.OUTCOME, LowCardinalityKeyNames.OFFERING);

	private final String observationName;

	@SuppressWarnings("ImmutableEnumChecker") // Only copies of the array are returned.
	private final LowCardinalityKeyNames[] lowCardinality;

	ConnectObservationDocumentation(String observationName, LowCardinalityKeyNames... lowCardinality) {
		this.observationName = observationName;
		this.lowCardinality = lowCardinality;
	}

	@Override
	public String getName() {
		return this.observationName;
	}

	@Override
	public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
		return DefaultConnectObservationConvention.class;
	}

	@Override
	public KeyName[] getLowCardinalityKeyNames() {
		return this.lowCardinality.clone();
	}

	@Override
	public KeyName[] getHighCardinalityKeyNames() {
		return (this == EXCHANGE || this == CALL || this == PURCHASE) ? HighCardinalityKeyNames.values()
				: KeyName.merge();
	}

	/**
	 * Keys with low cardinality. Without a value they are {@code none}.
	 */
	public enum LowCardinalityKeyNames implements KeyName {

		/**
		 * The operation. That of an acquisition is the operation that returned the
		 * session, or the one that failed last.
		 */
		OPERATION,

		/** The outcome: {@code SUCCESS}, or the kind of failure. */
		OUTCOME,

		/**
		 * The code of the server or its gateway. After a hundred different codes, further
		 * ones are {@code other}.
		 */
		CODE,

		/** Whether the call was replayed because its token was rejected. */
		REPLAYED,

		/**
		 * The type of the product offering that pays for a purchase. After a hundred
		 * different types, further ones are {@code other}.
		 */
		OFFERING;

		@Override
		public String asString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * Keys with high cardinality, which are meant for traces and not for meters.
	 */
	public enum HighCardinalityKeyNames implements KeyName {

		/** The id by which Getty Images can find the request. */
		COORDINATION_ID;

		@Override
		public String asString() {
			return "coordination.id";
		}

	}

}
