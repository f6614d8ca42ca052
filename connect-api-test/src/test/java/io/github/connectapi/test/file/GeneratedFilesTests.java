package io.github.connectapi.test.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.Video;
import io.github.connectapi.test.catalog.VideoFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class GeneratedFilesTests {

	private final GeneratedFiles files = GeneratedFiles.get();

	static Stream<Image> images() {
		return Catalog.get().images().stream().limit(3);
	}

	@ParameterizedTest
	@MethodSource("images")
	void whenImageIsGeneratedThenLengthAndPixelsAreThoseOfTheSize(Image image) {
		assertThat(image.sizes()).allSatisfy((size) -> {
			byte[] file = this.files.image(image, size);
			assertThat(file).hasSize(size.fileSizeInBytes());
			BufferedImage read = read(file);
			assertThat(read.getWidth()).isEqualTo(size.pixelWidth());
			assertThat(read.getHeight()).isEqualTo(size.pixelHeight());
		});
	}

	@ParameterizedTest
	@MethodSource("images")
	void whenRenditionIsGeneratedThenLongestSideIsTheDocumentedOne(Image image) {
		assertThat(Rendition.values()).allSatisfy((rendition) -> {
			BufferedImage read = read(this.files.rendition(image, rendition));
			assertThat(Math.max(read.getWidth(), read.getHeight())).isEqualTo(rendition.longestSide());
		});
	}

	@Test
	void whenThereIsNoDesktopThenLengthAndPixelsAreTheSame() throws IOException {
		Image image = images().findFirst().orElseThrow();
		byte[] file = new GeneratedFiles(new PlainPictures()).image(image, image.largestSize());
		assertThat(file).hasSize(image.largestSize().fileSizeInBytes());
		assertThat(read(file).getWidth()).isEqualTo(image.largestSize().pixelWidth());
	}

	@Test
	void whenAssetsDifferThenFilesDiffer() {
		List<Image> images = images().toList();
		assertThat(this.files.rendition(images.get(0), Rendition.THUMB))
			.isNotEqualTo(this.files.rendition(images.get(1), Rendition.THUMB));
	}

	@Test
	void whenVideosAreGeneratedThenLengthIsThatOfTheLargestSize() {
		List<Video> videos = Catalog.get().videos();
		List<Video> some = IntStream.range(0, videos.size())
			.filter((index) -> index % 4 == 0)
			.mapToObj(videos::get)
			.toList();
		assertThat(some.stream().map((video) -> video.format().aspectRatios()).distinct()).hasSize(2);
		assertThat(some).allSatisfy((video) -> {
			List<VideoFormat.Size> sizes = video.format().sizes();
			assertThat(this.files.video(video)).hasSize(sizes.get(sizes.size() - 1).fileSizeInBytes());
		});
	}

	@Test
	void whenVideoIsGeneratedThenItIsAnAviOfThreeSeconds() {
		Video video = Catalog.get().videos().get(0);
		String file = new String(this.files.video(video), StandardCharsets.ISO_8859_1);
		assertThat(file).startsWith("RIFF").contains("AVI LIST", "MJPG");
		assertThat(file.substring(file.indexOf("idx1")).split("00dc", -1)).hasSize(1 + 12);
	}

	private static BufferedImage read(byte[] jpeg) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(jpeg));
	}

}
