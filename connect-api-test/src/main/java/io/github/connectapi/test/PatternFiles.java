package io.github.connectapi.test;

import java.util.Arrays;

import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.ImageSize;
import io.github.connectapi.test.catalog.Video;
import io.github.connectapi.test.file.AssetFiles;

/**
 * Files of the documented size, filled with one byte.
 */
final class PatternFiles implements AssetFiles {

	@Override
	public byte[] image(Image image, ImageSize size) {
		return file(image.id(), size.fileSizeInBytes());
	}

	@Override
	public byte[] video(Video video) {
		return file(video.id(), video.format().sizes().get(0).fileSizeInBytes());
	}

	private static byte[] file(String assetId, int size) {
		byte[] file = new byte[size];
		Arrays.fill(file, (byte) assetId.hashCode());
		return file;
	}

}
