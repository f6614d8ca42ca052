package io.github.connectapi.test.download;

import java.time.Instant;

import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Offering;

/**
 * What a download token authorizes.
 *
 * @param assetId the id of the image or video
 * @param sizeKey the size key, empty for a video
 * @param offering the product offering
 * @param expiresAt when it expires
 * @param generation the number of times that all tokens were expired before it was issued
 * @param userName the user name of the account
 */
record DownloadToken(String assetId, String sizeKey, Offering offering, Instant expiresAt, long generation,
		String userName) {

	boolean isVideo() {
		return this.sizeKey.isEmpty();
	}

	/** Return whether a video with this token can be bought. */
	boolean permitsVideo() {
		return this.offering == Offering.EASY_ACCESS && Catalog.get()
			.video(this.assetId)
			.filter((video) -> video.rights().authorizationConstraints().isEmpty())
			.isPresent();
	}

}
