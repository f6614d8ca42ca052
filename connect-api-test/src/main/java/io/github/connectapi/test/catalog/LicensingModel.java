package io.github.connectapi.test.catalog;

import io.github.connectapi.test.Internal;

/**
 * The licensing model of an image.
 */
@Internal
public enum LicensingModel {

	ROYALTY_FREE("RoyaltyFree", "RF"), RIGHTS_MANAGED("RightsManaged", "RM");

	private final String wireName;

	private final String abbreviation;

	LicensingModel(String wireName, String abbreviation) {
		this.wireName = wireName;
		this.abbreviation = abbreviation;
	}

	/**
	 * Return the documented name of this value.
	 * @return the documented name
	 */
	public String wireName() {
		return this.wireName;
	}

	/**
	 * Return the abbreviation, which GetCollections uses.
	 * @return the abbreviation
	 */
	public String abbreviation() {
		return this.abbreviation;
	}

}
