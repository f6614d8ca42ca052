package io.github.connectapi.test.file;

import java.util.List;
import java.util.stream.Stream;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.ImageSize;
import io.github.connectapi.test.catalog.Video;
import io.github.connectapi.test.catalog.VideoFormat;
import io.github.connectapi.test.drawing.Drawing;

/**
 * Generates the files of the catalog. The files of one JVM that were used last are
 * cached. Thread-safe.
 */
@Internal
public final class GeneratedFiles implements AssetFiles {

	private static final GeneratedFiles INSTANCE = new GeneratedFiles(
			Drawing.isAvailable() ? new DrawnPictures() : new PlainPictures());

	private static final int MAX_CACHED_BYTES = 8 * 1024 * 1024;

	private static final int VIDEO_WIDTH = 320;

	private static final int SECONDS = 3;

	private final FileCache cache = new FileCache(MAX_CACHED_BYTES);

	private final Pictures pictures;

	GeneratedFiles(Pictures pictures) {
		this.pictures = pictures;
	}

	/**
	 * Return the files.
	 * @return the files
	 */
	public static GeneratedFiles get() {
		return INSTANCE;
	}

	@Override
	public byte[] image(Image image, ImageSize size) {
		return this.cache.get(size.key(), () -> this.pictures.licensed(image, size));
	}

	/**
	 * Return the file of a video: an AVI of three seconds with the scenes of the video.
	 * @param video the video
	 * @return the file, of exactly the size of the largest size of the video
	 */
	@Override
	public byte[] video(Video video) {
		List<VideoFormat.Size> sizes = video.format().sizes();
		return this.cache.get(video.id(), () -> motionJpeg(video).file(sizes.get(sizes.size() - 1).fileSizeInBytes()));
	}

	byte[] rendition(Image image, Rendition rendition) {
		return this.cache.get(image.id() + rendition, () -> this.pictures.rendition(image, rendition));
	}

	private MotionJpeg motionJpeg(Video video) {
		boolean wide = video.format().aspectRatios().contains("16:9");
		int height = wide ? VIDEO_WIDTH * 9 / 16 : VIDEO_WIDTH * 3 / 4;
		List<byte[]> scenes = video.storyboardImageIds()
			.stream()
			.flatMap((id) -> Catalog.get().image(id).stream())
			.map((image) -> this.pictures.frame(image, VIDEO_WIDTH, height))
			.toList();
		int framesPerScene = SECONDS * MotionJpeg.FRAMES_PER_SECOND / scenes.size();
		List<byte[]> frames = scenes.stream()
			.flatMap((scene) -> Stream.generate(() -> scene).limit(framesPerScene))
			.toList();
		return new MotionJpeg(frames, VIDEO_WIDTH, height);
	}

}
