package io.github.connectapi.test.download;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.Catalog;

/**
 * The images and videos of the catalog that have disappeared. Thread-safe.
 */
@Internal
public final class Withdrawals {

	private final Set<String> assetIds = ConcurrentHashMap.newKeySet();

	/**
	 * Let an image or video disappear.
	 * @param assetId the id
	 * @throws IllegalArgumentException if there is no such image or video
	 */
	public void withdraw(String assetId) {
		if (Catalog.get().image(assetId).isEmpty() && Catalog.get().video(assetId).isEmpty()) {
			throw new IllegalArgumentException("There is no image or video with id '%s'".formatted(assetId));
		}
		this.assetIds.add(assetId);
	}

	/**
	 * Return whether an image or video has disappeared.
	 * @param assetId any id
	 * @return {@code true} if it was withdrawn
	 */
	public boolean isWithdrawn(String assetId) {
		return this.assetIds.contains(assetId);
	}

}
