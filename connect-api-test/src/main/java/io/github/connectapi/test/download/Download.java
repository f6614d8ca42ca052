package io.github.connectapi.test.download;

import java.time.Instant;

import io.github.connectapi.test.catalog.Offering;

/**
 * An accepted download.
 *
 * @param assetId the id of the image or video
 * @param offering the product offering that authorized it
 * @param orderId the number of the order
 * @param instant when it was accepted
 * @param debited whether it was counted against the quota
 */
record Download(String assetId, Offering offering, String orderId, Instant instant, boolean debited) {

}
