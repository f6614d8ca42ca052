package io.github.connectapi.test.drawing;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.ImageSize;

/**
 * Draws the images of the catalog as JPEG files. The same image always gives the same
 * bytes on the same JVM. All methods but {@link #isAvailable()} need
 * {@code java.desktop}.
 */
@Internal
public final class Drawing {

	private static final boolean AVAILABLE = isDesktopPresent();

	private Drawing() {
	}

	/**
	 * Return whether {@code java.desktop} is there. Without it, nothing can be drawn.
	 * @return {@code true} if images can be drawn
	 */
	public static boolean isAvailable() {
		return AVAILABLE;
	}

	private static boolean isDesktopPresent() {
		try {
			Class.forName("java.awt.image.BufferedImage", false, Drawing.class.getClassLoader());
			return true;
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return false;
		}
	}

	/**
	 * Draw an image.
	 * @param image the image
	 * @param longestSide the longer side in pixels
	 * @return a JPEG file
	 */
	public static byte[] jpeg(Image image, int longestSide) {
		return JpegFile.encode(Artwork.draw(image, width(image, longestSide), height(image, longestSide)));
	}

	/**
	 * Draw an image with a watermark.
	 * @param image the image
	 * @param longestSide the longer side in pixels
	 * @return a JPEG file
	 */
	public static byte[] watermarkedJpeg(Image image, int longestSide) {
		return JpegFile
			.encode(Watermark.add(Artwork.draw(image, width(image, longestSide), height(image, longestSide))));
	}

	/**
	 * Draw an image in a size of the catalog.
	 * @param image the image
	 * @param size the size
	 * @return a JPEG file with exactly the announced number of bytes
	 */
	public static byte[] jpeg(Image image, ImageSize size) {
		return JpegFile.encode(Artwork.draw(image, size.pixelWidth(), size.pixelHeight()), size.fileSizeInBytes());
	}

	/**
	 * Draw an image in other proportions than its own, as a scene of a video.
	 * @param image the image
	 * @param width the width in pixels
	 * @param height the height in pixels
	 * @return a JPEG file
	 */
	public static byte[] jpeg(Image image, int width, int height) {
		return JpegFile.encode(Artwork.draw(image, width, height));
	}

	private static int width(Image image, int longestSide) {
		return image.appearance().orientation().width(longestSide);
	}

	private static int height(Image image, int longestSide) {
		return image.appearance().orientation().height(longestSide);
	}

}
