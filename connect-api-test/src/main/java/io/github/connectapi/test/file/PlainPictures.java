package io.github.connectapi.test.file;

import io.github.connectapi.test.catalog.Image;

/**
 * Pictures of one color, which depends on the image. They need no {@code java.desktop}.
 */
final class PlainPictures implements Pictures {

	/** Of the golden angle: neighbors differ clearly in color. */
	private static final int DEGREES = 137;

	@Override
	public byte[] jpeg(Image image, int width, int height, boolean watermarked) {
		double hue = Math.toRadians(Math.floorMod(image.id().hashCode() * DEGREES, 360));
		boolean color = image.appearance().color();
		return PlainJpeg.encode(width, height, color ? shade(hue) : shade(0), color ? shade(hue + 2.1) : shade(0),
				color ? shade(hue + 4.2) : shade(0));
	}

	private static int shade(double angle) {
		return (int) (150 + 60 * Math.cos(angle));
	}

}
