package io.github.connectapi.test.catalog;

import io.github.connectapi.test.Internal;

/**
 * The category of a product offering.
 */
@Internal
public enum Offering {

	EASY_ACCESS("EasyAccess", "EasyAccess"), EDITORIAL_SUBSCRIPTION("EditorialSubscription", "EditorialSubscription"),
	PREMIUM_ACCESS("PremiumAccess", "PremiumAccess"),
	ROYALTY_FREE_SUBSCRIPTION("RoyaltyFreeSubscription", "RoyaltyFreeSubscription"),
	IMAGE_PACK("ImagePack", "Imagepack");

	private final String wireName;

	private final String imageWireName;

	Offering(String wireName, String imageWireName) {
		this.wireName = wireName;
		this.imageWireName = imageWireName;
	}

	/**
	 * Return the documented name of this value.
	 * @return the documented name
	 */
	public String wireName() {
		return this.wireName;
	}

	/**
	 * Return the documented name in the images of a search and of GetImageDetails, which
	 * differs from the name elsewhere in the case of one letter.
	 * @return the documented name
	 */
	public String imageWireName() {
		return this.imageWireName;
	}

}
