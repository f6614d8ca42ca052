package io.github.connectapi.usage;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.operation.ListCopies;

/**
 * Result of {@code ReportUsage}. Only the library creates instances; components may be
 * added.
 *
 * @param totalAssetUsagesProcessed the number of usages that were recorded; null if the
 * server returned none
 * @param invalidAssets the ids that do not exist; may be empty
 */
public record ReportUsageResult(@Nullable Integer totalAssetUsagesProcessed, List<String> invalidAssets) {

	/**
	 * Create a record with copies of the lists. A missing list is empty.
	 * @param totalAssetUsagesProcessed the number of usages that were recorded; null if
	 * the server returned none
	 * @param invalidAssets the ids that do not exist; may be empty
	 */
	public ReportUsageResult {
		invalidAssets = ListCopies.orEmpty(invalidAssets);
	}

}
