package io.github.connectapi.test.file;

import io.github.connectapi.test.catalog.Image;

/**
 * Strategy interface to create pictures.
 */
@FunctionalInterface
interface Pictures {

	/**
	 * Create a picture.
	 * @param image the image
	 * @param width the width in pixels
	 * @param height the height in pixels
	 * @param watermarked whether it has a watermark
	 * @return the picture as JPEG
	 */
	byte[] jpeg(Image image, int width, int height, boolean watermarked);

}
