package io.github.connectapi.purchase;

/**
 * What is known about a purchase after a call that buys. The page about licensing has the
 * table of all cases.
 */
public enum PurchaseOutcome {

	/** It is certain that nothing was bought. The purchase may be repeated. */
	NOT_BOUGHT,

	/** The asset was bought. It must not be bought again. */
	BOUGHT,

	/**
	 * It is not known whether the asset was bought. Anything that is not documented has
	 * this outcome.
	 */
	UNCLEAR;

	/**
	 * Return the outcome for a failure of {@code CreateDownloadRequest}, for applications
	 * that call this operation themselves.
	 * @param failure the failure; that of a {@code CompletionStage} may be wrapped
	 * @return the outcome; {@link #UNCLEAR} for any failure that proves nothing
	 */
	public static PurchaseOutcome of(Throwable failure) {
		return PurchaseOutcomes.of(failure).outcome();
	}

}
