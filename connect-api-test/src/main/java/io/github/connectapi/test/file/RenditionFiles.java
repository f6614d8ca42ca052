package io.github.connectapi.test.file;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.Video;
import io.github.connectapi.test.server.FakeResponse;

/**
 * Serves the {@linkplain Rendition renditions} of images, and those of the first scene of
 * videos. Thread-safe.
 */
@Internal
public final class RenditionFiles implements FileSource {

	private static final Pattern PATH = Pattern.compile("/assets/([0-9]{1,20})-([a-z-]{1,20})\\.jpg");

	private final GeneratedFiles files;

	/**
	 * Create a source.
	 * @param files the files
	 */
	public RenditionFiles(GeneratedFiles files) {
		this.files = files;
	}

	@Override
	public Optional<FakeResponse> find(FileRequest request) {
		Matcher matcher = PATH.matcher(request.path());
		if (!matcher.matches()) {
			return Optional.empty();
		}
		return rendition(matcher.group(2)).flatMap((rendition) -> find(matcher.group(1), rendition));
	}

	private Optional<FakeResponse> find(String assetId, Rendition rendition) {
		Catalog catalog = Catalog.get();
		return catalog.image(assetId)
			.map((image) -> response(image, image.submitted(), rendition))
			.or(() -> catalog.video(assetId).flatMap((video) -> scene(catalog, video, rendition)));
	}

	private Optional<FakeResponse> scene(Catalog catalog, Video video, Rendition rendition) {
		return video.storyboardImageIds()
			.stream()
			.findFirst()
			.flatMap(catalog::image)
			.map((image) -> response(image, video.created(), rendition));
	}

	private FakeResponse response(Image image, OffsetDateTime modified, Rendition rendition) {
		return FakeResponse.empty(200)
			.body("image/jpeg", this.files.rendition(image, rendition))
			.header("Last-Modified",
					DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.withOffsetSameInstant(ZoneOffset.UTC)))
			.header("Cache-Control", "public, max-age=3600");
	}

	private static Optional<Rendition> rendition(String name) {
		return Arrays.stream(Rendition.values()).filter((rendition) -> rendition.pathName().equals(name)).findFirst();
	}

}
