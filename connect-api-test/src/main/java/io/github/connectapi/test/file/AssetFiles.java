package io.github.connectapi.test.file;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.ImageSize;
import io.github.connectapi.test.catalog.Video;

/**
 * Strategy interface to create the files that can be licensed. Called by several threads
 * at the same time.
 */
@Internal
public interface AssetFiles {

	/**
	 * Return the file of an image.
	 * @param image the image
	 * @param size one of its sizes
	 * @return the file, whose length and pixels are those of the size
	 */
	byte[] image(Image image, ImageSize size);

	/**
	 * Return the file of a video.
	 * @param video the video
	 * @return the file
	 */
	byte[] video(Video video);

}
