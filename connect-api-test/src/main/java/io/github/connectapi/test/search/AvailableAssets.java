package io.github.connectapi.test.search;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.Video;

/**
 * The images and videos of the catalog that have not been withdrawn.
 *
 * @param withdrawn returns whether the image or video with an id was withdrawn
 */
record AvailableAssets(Predicate<String> withdrawn) {

	Stream<Image> images() {
		return Catalog.get().images().stream().filter((image) -> !this.withdrawn.test(image.id()));
	}

	Optional<Image> image(String id) {
		return Catalog.get().image(id).filter((image) -> !this.withdrawn.test(id));
	}

	Stream<Video> videos() {
		return Catalog.get().videos().stream().filter((video) -> !this.withdrawn.test(video.id()));
	}

	Optional<Video> video(String id) {
		return Catalog.get().video(id).filter((video) -> !this.withdrawn.test(id));
	}

}
