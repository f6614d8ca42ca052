package io.github.connectapi.purchase;

/**
 * Purchase that is about to be made. Contains no secret. Only the library creates
 * instances; components may be added.
 *
 * @param request what was requested
 * @param option the product offering that was chosen
 * @param coordinationId the id that the purchase will have, by which Getty Images can
 * find it
 */
public record PlannedPurchase(LicenseRequest request, LicenseOption option, String coordinationId) {

}
