package io.github.connectapi.test.drawing;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Turns a picture into black and white.
 */
final class Monochrome {

	private Monochrome() {
	}

	/**
	 * Return the picture without colors and with more contrast.
	 */
	static BufferedImage of(BufferedImage picture) {
		int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
		for (int i = 0; i < pixels.length; i++) {
			int pixel = pixels[i];
			int gray = (299 * (pixel >> 16 & 0xFF) + 587 * (pixel >> 8 & 0xFF) + 114 * (pixel & 0xFF)) / 1000;
			int value = Math.max(0, Math.min(255, (gray - 128) * 118 / 100 + 132));
			pixels[i] = value << 16 | value << 8 | value;
		}
		return picture;
	}

}
