package io.github.connectapi.usage;

import org.jspecify.annotations.Nullable;

/**
 * Usage report that the server has recorded. Only the library creates instances;
 * components may be added.
 *
 * @param transactionId the transaction id of the report
 * @param recordedBefore whether the server had recorded a report with this id before the
 * last attempt, for instance because the response to the first attempt was lost
 * @param totalAssetUsagesProcessed the number of recorded usages; null if the server
 * returned none, and if it had recorded the report before
 */
public record RecordedUsage(String transactionId, boolean recordedBefore, @Nullable Integer totalAssetUsagesProcessed) {
}
