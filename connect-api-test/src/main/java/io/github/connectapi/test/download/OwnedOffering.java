package io.github.connectapi.test.download;

import java.time.Instant;

import io.github.connectapi.test.catalog.Offering;
import org.jspecify.annotations.Nullable;

/**
 * A product offering of an account at one time.
 *
 * @param offering the category
 * @param instanceId the number of the instance
 * @param limit the maximum number of downloads
 * @param remaining the number of downloads that remain
 * @param expiresAt when it expires
 * @param resetsAt when the remaining downloads return to the limit, or {@code null} for
 * never
 * @param expired whether it has expired
 */
record OwnedOffering(Offering offering, int instanceId, int limit, int remaining, Instant expiresAt,
		@Nullable Instant resetsAt, boolean expired) {

	/** Return whether it is royalty free: of these, an account can have instances. */
	boolean isRoyaltyFree() {
		return isRoyaltyFree(this.offering);
	}

	static boolean isRoyaltyFree(Offering offering) {
		return offering == Offering.IMAGE_PACK || offering == Offering.ROYALTY_FREE_SUBSCRIPTION;
	}

	/** Return the id of the instance, or {@code null} if there is only one. */
	@Nullable String instanceIdText() {
		return isRoyaltyFree() ? String.valueOf(this.instanceId) : null;
	}

}
