package io.github.connectapi.test.file;

import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.ImageSize;
import io.github.connectapi.test.drawing.Drawing;

/**
 * Pictures that show what the image is about.
 */
final class DrawnPictures implements Pictures {

	@Override
	public byte[] licensed(Image image, ImageSize size) {
		return Drawing.jpeg(image, size);
	}

	@Override
	public byte[] rendition(Image image, Rendition rendition) {
		return rendition.isWatermarked() ? Drawing.watermarkedJpeg(image, rendition.longestSide())
				: Drawing.jpeg(image, rendition.longestSide());
	}

	@Override
	public byte[] frame(Image image, int width, int height) {
		return Drawing.jpeg(image, width, height);
	}

}
