package io.github.connectapi.test.catalog;

import io.github.connectapi.test.Internal;

/**
 * The orientation of an image, with the size of its largest file in pixels.
 */
@Internal
public enum Orientation {

	HORIZONTAL("Horizontal", 2400, 1600), VERTICAL("Vertical", 1600, 2400),
	PANORAMIC_HORIZONTAL("PanoramicHorizontal", 2400, 960), PANORAMIC_VERTICAL("PanoramicVertical", 960, 2400),
	SQUARE("Square", 2000, 2000);

	private final String wireName;

	private final int width;

	private final int height;

	Orientation(String wireName, int width, int height) {
		this.wireName = wireName;
		this.width = width;
		this.height = height;
	}

	/**
	 * Return the documented name of this value.
	 * @return the documented name
	 */
	public String wireName() {
		return this.wireName;
	}

	/**
	 * Return the width of the largest file.
	 * @return the width in pixels
	 */
	public int width() {
		return this.width;
	}

	/**
	 * Return the height of the largest file.
	 * @return the height in pixels
	 */
	public int height() {
		return this.height;
	}

	/**
	 * Return the width of a file.
	 * @param longestSide the longer side in pixels
	 * @return the width in pixels
	 */
	public int width(int longestSide) {
		return Math.round((float) this.width * longestSide / Math.max(this.width, this.height));
	}

	/**
	 * Return the height of a file.
	 * @param longestSide the longer side in pixels
	 * @return the height in pixels
	 */
	public int height(int longestSide) {
		return Math.round((float) this.height * longestSide / Math.max(this.width, this.height));
	}

}
