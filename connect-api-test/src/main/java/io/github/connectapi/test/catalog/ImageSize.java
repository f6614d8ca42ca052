package io.github.connectapi.test.catalog;

import java.util.List;
import java.util.stream.IntStream;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Dice;

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

	private static final List<String> NAMES = List.of("X-Small", "Small", "Medium", "Large", "X-Large", "XX-Large");

	/** The longest sides in percent of the largest possible file. */
	private static final List<Integer> PERCENT = List.of(20, 30, 45, 65, 85, 100);

	/**
	 * Return the sizes of an image in ascending order: three to six. A file has between
	 * 0.45 and 0.7 bytes a pixel.
	 */
	static List<ImageSize> of(String imageId, Orientation orientation, Dice dice) {
		int count = 3 + dice.next(4);
		double bytesPerPixel = dice.between(0.45, 0.7);
		int longestSide = Math.max(orientation.width(), orientation.height());
		return IntStream.range(0, count).mapToObj((number) -> {
			int side = longestSide * PERCENT.get(number) / 100;
			int width = orientation.width(side);
			int height = orientation.height(side);
			int bytes = 8000 + (int) (width * height * bytesPerPixel) + dice.next(1000);
			return new ImageSize(imageId + "-" + (number + 1), NAMES.get(number), width, height,
					(number < 2) ? 72 : 300, bytes, "image/jpeg");
		}).toList();
	}

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
