package io.github.connectapi.test.file;

import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.ImageSize;
import io.github.connectapi.test.catalog.Orientation;
import io.github.connectapi.test.drawing.JpegPadding;

/**
 * Pictures of one color, which depends on the image. They need no {@code java.desktop}.
 */
final class PlainPictures implements Pictures {

	/** Of the golden angle: neighbors differ clearly in color. */
	private static final int DEGREES = 137;

	@Override
	public byte[] licensed(Image image, ImageSize size) {
		return JpegPadding.pad(frame(image, size.pixelWidth(), size.pixelHeight()), size.fileSizeInBytes())
			.orElseThrow();
	}

	@Override
	public byte[] rendition(Image image, Rendition rendition) {
		Orientation orientation = image.appearance().orientation();
		int side = rendition.longestSide();
		return frame(image, orientation.width(side), orientation.height(side));
	}

	@Override
	public byte[] frame(Image image, int width, int height) {
		double hue = Math.toRadians(Math.floorMod(image.id().hashCode() * DEGREES, 360));
		boolean color = image.appearance().color();
		return PlainJpeg.encode(width, height, color ? shade(hue) : shade(0), color ? shade(hue + 2.1) : shade(0),
				color ? shade(hue + 4.2) : shade(0));
	}

	private static int shade(double angle) {
		return (int) (150 + 60 * Math.cos(angle));
	}

}
