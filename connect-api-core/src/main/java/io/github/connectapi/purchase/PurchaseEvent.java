package io.github.connectapi.purchase;

import org.jspecify.annotations.Nullable;

/**
 * Outcome of a buying call. Contains no secret. Only the library creates instances;
 * components may be added.
 *
 * @param assetId the id of the image or video
 * @param option the product offering and the size
 * @param coordinationId the id of the purchase
 * @param outcome the outcome
 * @param reason the reason; null if the asset was bought
 */
public record PurchaseEvent(String assetId, LicenseOption option, String coordinationId, PurchaseOutcome outcome,
		ConnectPurchaseException.@Nullable Reason reason) {

}
