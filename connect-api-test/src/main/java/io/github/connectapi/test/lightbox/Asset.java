package io.github.connectapi.test.lightbox;

import java.util.Optional;

import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.ImageSize;
import io.github.connectapi.test.catalog.Video;

/**
 * An image or video of the catalog.
 *
 * @param id the id
 * @param title the title
 * @param caption the caption
 * @param maxWidth the width of the largest size in pixels
 * @param maxHeight the height of the largest size in pixels
 */
record Asset(String id, String title, String caption, int maxWidth, int maxHeight) {

	static Optional<Asset> find(String id) {
		return Catalog.get().image(id).map(Asset::of).or(() -> Catalog.get().video(id).map(Asset::of));
	}

	private static Asset of(Image image) {
		ImageSize size = image.largestSize();
		return new Asset(image.id(), image.title(), image.caption(), size.pixelWidth(), size.pixelHeight());
	}

	/** The documentation of videos has no pixels, so they follow from the format. */
	private static Asset of(Video video) {
		boolean highDefinition = video.format().formats().contains("HD");
		return new Asset(video.id(), video.title(), video.caption(), highDefinition ? 1920 : 720,
				highDefinition ? 1080 : 480);
	}

}
