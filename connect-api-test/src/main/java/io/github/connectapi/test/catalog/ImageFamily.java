package io.github.connectapi.test.catalog;

import io.github.connectapi.test.Internal;

/**
 * The family of an image or a video.
 */
@Internal
public enum ImageFamily {

	CREATIVE("Creative"), EDITORIAL("Editorial");

	private final String wireName;

	ImageFamily(String wireName) {
		this.wireName = wireName;
	}

	/**
	 * Return the documented name of this value.
	 * @return the documented name
	 */
	public String wireName() {
		return this.wireName;
	}

}
