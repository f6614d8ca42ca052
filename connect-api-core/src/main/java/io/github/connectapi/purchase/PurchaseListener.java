package io.github.connectapi.purchase;

/**
 * Listener for the outcomes of purchases. It is called once for each purchase, by the
 * thread that bought, before the result is returned. What it throws does not affect the
 * purchase, and the first exception is logged. Must be thread-safe.
 */
@FunctionalInterface
public interface PurchaseListener {

	/**
	 * React to the outcome of a purchase.
	 * @param event the event
	 */
	void onPurchase(PurchaseEvent event);

}
