package io.github.connectapi.purchase;

/**
 * Decides right before a purchase whether it may be made, for example by inserting a
 * unique key into a database, so that no two processes buy the same. It is called by the
 * thread that buys, once for each purchase, also for a free download. Must be
 * thread-safe.
 * <p>
 * If it returns, the buying call is sent. After an outcome of
 * {@link PurchaseOutcome#NOT_BOUGHT} the application can remove its key.
 */
@FunctionalInterface
public interface PurchaseGuard {

	/** Permits each purchase. */
	PurchaseGuard NO_OP = (purchase) -> {
	};

	/**
	 * Permit or refuse a purchase.
	 * @param purchase the purchase
	 * @throws RuntimeException to refuse it: nothing is bought, and the exception is the
	 * cause of a {@link ConnectPurchaseException}
	 */
	void beforePurchase(PlannedPurchase purchase);

}
