package io.github.connectapi.samples.picturesearch.purchase;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.image.ImageDetails;

/**
 * A picture, as its page shows it.
 *
 * @param id the id
 * @param title the title
 * @param artist the artist; null if unknown
 * @param description the text for readers who cannot see the picture
 * @param preview the address of the largest preview; null if there is none
 * @param sizes the sizes in which it exists
 */
record Picture(String id, String title, @Nullable String artist, String description, @Nullable String preview,
		List<PictureSize> sizes) {

	static Picture of(String id, ImageDetails image) {
		String title = Objects.requireNonNullElse(image.title(), "Untitled");
		return new Picture(id, title, image.artist(), Objects.requireNonNullElse(image.caption(), title),
				preview(image), sizes(image));
	}

	Optional<PictureSize> size(String key) {
		return this.sizes.stream().filter((size) -> size.key().equals(key)).findFirst();
	}

	private static @Nullable String preview(ImageDetails image) {
		return Stream
			.of(Optional.ofNullable(image.urlComp()), Optional.ofNullable(image.urlWatermarkComp()),
					Optional.ofNullable(image.urlPreview()))
			.flatMap(Optional::stream)
			.findFirst()
			.orElse(null);
	}

	private static List<PictureSize> sizes(ImageDetails image) {
		return image.sizesDownloadableImages()
			.stream()
			.flatMap((size) -> Optional.ofNullable(size.sizeKey()).map((key) -> PictureSize.of(key, size)).stream())
			.toList();
	}

}
