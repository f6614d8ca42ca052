package io.github.connectapi.observation;

import java.util.Locale;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * What is observed. Where Micrometer makes meters of observations, each is a timer of
 * this name with its low-cardinality keys, and a timer of what is going on, with the
 * suffix {@code .active}.
 */
public enum ConnectObservation implements ObservationDocumentation {

	/** One request to the Connect API and its answer, of any operation. */
	EXCHANGE("getty.connect.exchange", LowCardinality.OPERATION, LowCardinality.OUTCOME, LowCardinality.CODE),

	/**
	 * One acquisition of a session, with all its exchanges and the pauses between them.
	 */
	ACQUISITION("getty.connect.acquisition", LowCardinality.OPERATION, LowCardinality.OUTCOME, LowCardinality.CODE),

	/** A caller that waits because there is no valid session. */
	WAIT("getty.connect.wait", LowCardinality.OUTCOME, LowCardinality.CODE),

	/**
	 * One call of an operation, with waiting for a session, repetitions and the replay.
	 */
	CALL("getty.connect.call", LowCardinality.OPERATION, LowCardinality.OUTCOME, LowCardinality.CODE,
			LowCardinality.REPLAYED);

	private final String observationName;

	@SuppressWarnings("ImmutableEnumChecker") // It is never changed, and only a copy
												// shown.
	private final LowCardinality[] lowCardinality;

	ConnectObservation(String observationName, LowCardinality... lowCardinality) {
		this.observationName = observationName;
		this.lowCardinality = lowCardinality;
	}

	@Override
	public String getName() {
		return this.observationName;
	}

	@Override
	public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
		return ConnectObservationConvention.class;
	}

	@Override
	public KeyName[] getLowCardinalityKeyNames() {
		return this.lowCardinality.clone();
	}

	@Override
	public KeyName[] getHighCardinalityKeyNames() {
		return (this == EXCHANGE || this == CALL) ? HighCardinality.values() : KeyName.merge();
	}

	/**
	 * Keys with few values; {@code none} if there is no value.
	 */
	public enum LowCardinality implements KeyName {

		/**
		 * The operation; of an acquisition the one that brought the session or failed
		 * last.
		 */
		OPERATION,

		/** How it ended: {@code SUCCESS}, or the kind of failure. */
		OUTCOME,

		/**
		 * The code of the server or its gateway; {@code other} after a hundred different
		 * ones.
		 */
		CODE,

		/** Whether the call was sent once more because its token was rejected. */
		REPLAYED;

		@Override
		public String asString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * Keys with many values, which are for traces and never for meters.
	 */
	public enum HighCardinality implements KeyName {

		/** The id by which Getty Images can find the request. */
		COORDINATION_ID;

		@Override
		public String asString() {
			return "coordination.id";
		}

	}

}
