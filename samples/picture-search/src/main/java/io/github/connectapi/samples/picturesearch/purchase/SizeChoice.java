package io.github.connectapi.samples.picturesearch.purchase;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A size of a picture and what can pay for it.
 *
 * @param size the size
 * @param offerings the product offerings; only the free one if there is one
 * @param purchaseId the purchase of this size; null if it was not purchased
 */
record SizeChoice(PictureSize size, List<Offering> offerings, @Nullable UUID purchaseId) {

	static SizeChoice of(PictureSize size, List<Offering> offerings, @Nullable UUID purchaseId) {
		List<Offering> free = offerings.stream().filter(Offering::free).limit(1).toList();
		return new SizeChoice(size, free.isEmpty() ? offerings : free, purchaseId);
	}

	public boolean available() {
		return this.offerings.stream().anyMatch((offering) -> !offering.usedUp());
	}

	/** The name of the form field that chooses the product offering of this size. */
	public String field() {
		return field(this.size.key());
	}

	static String field(String sizeKey) {
		return "offering-" + sizeKey;
	}

}
