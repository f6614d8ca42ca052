package io.github.connectapi.test.partner;

import java.time.Instant;

/**
 * A change of an image.
 *
 * @param assetId the id of the image
 * @param lifecycle the type of the change
 * @param changed when it was changed
 */
record AssetChange(String assetId, Lifecycle lifecycle, Instant changed) {

	/** The type of a change. */
	enum Lifecycle {

		NEW("New"), UPDATED("Updated"), DELETED("Deleted");

		private final String wireName;

		Lifecycle(String wireName) {
			this.wireName = wireName;
		}

		String wireName() {
			return this.wireName;
		}

	}

}
