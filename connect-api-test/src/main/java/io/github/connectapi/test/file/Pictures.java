package io.github.connectapi.test.file;

import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.ImageSize;

/**
 * Strategy interface to create pictures as JPEG.
 */
interface Pictures {

	/**
	 * Create the file that can be licensed.
	 * @param image the image
	 * @param size one of its sizes
	 * @return the file, whose length and pixels are those of the size
	 */
	byte[] licensed(Image image, ImageSize size);

	/**
	 * Create a rendition.
	 * @param image the image
	 * @param rendition the rendition
	 * @return the file
	 */
	byte[] rendition(Image image, Rendition rendition);

	/**
	 * Create a frame of a video.
	 * @param image the image
	 * @param width the width in pixels
	 * @param height the height in pixels
	 * @return the file
	 */
	byte[] frame(Image image, int width, int height);

}
