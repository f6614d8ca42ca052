package io.github.connectapi.test.catalog;

import io.github.connectapi.test.Internal;

/**
 * A size of an image that can be downloaded.
 *
 * @param key the size key, unique in the catalog
 * @param name the readable name
 * @param pixelWidth the width in pixels
 * @param pixelHeight the height in pixels
 * @param resolutionDpi the dots per inch
 * @param fileSizeInBytes the exact size of the file
 * @param mimeType the media type of the file
 */
@Internal
public record ImageSize(String key, String name, int pixelWidth, int pixelHeight, int resolutionDpi,
		int fileSizeInBytes, String mimeType) {

	/**
	 * Return the width in inches.
	 * @return the width at {@link #resolutionDpi()}, with two decimals
	 */
	public double inchesWidth() {
		return inches(this.pixelWidth);
	}

	/**
	 * Return the height in inches.
	 * @return the height at {@link #resolutionDpi()}, with two decimals
	 */
	public double inchesHeight() {
		return inches(this.pixelHeight);
	}

	private double inches(int pixels) {
		return Math.round(100.0 * pixels / this.resolutionDpi) / 100.0;
	}

}
