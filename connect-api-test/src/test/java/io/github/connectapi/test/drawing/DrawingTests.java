package io.github.connectapi.test.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.ImageSize;
import io.github.connectapi.test.catalog.Orientation;
import io.github.connectapi.test.catalog.Subject;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Drawing}.
 */
class DrawingTests {

	private static final Image IMAGE = Catalog.get().images().get(0);

	@Test
	void whenDesktopIsPresentThenDrawingIsAvailable() {
		assertThat(Drawing.isAvailable()).isTrue();
	}

	@ParameterizedTest
	@EnumSource(Orientation.class)
	void whenLongestSideIsGivenThenPictureHasTheShapeOfItsOrientation(Orientation orientation) throws IOException {
		Image image = Catalog.get()
			.images()
			.stream()
			.filter((candidate) -> candidate.appearance().orientation() == orientation)
			.findFirst()
			.orElseThrow();
		BufferedImage picture = decode(Drawing.jpeg(image, 170));
		assertThat(picture.getWidth()).isEqualTo(orientation.width(170));
		assertThat(picture.getHeight()).isEqualTo(orientation.height(170));
		assertThat(Math.max(picture.getWidth(), picture.getHeight())).isEqualTo(170);
	}

	@ParameterizedTest
	@MethodSource
	void whenSizeIsGivenThenFileHasItsPixelsAndBytes(Image image, ImageSize size) throws IOException {
		byte[] file = Drawing.jpeg(image, size);
		assertThat(file).hasSize(size.fileSizeInBytes());
		BufferedImage picture = decode(file);
		assertThat(picture.getWidth()).isEqualTo(size.pixelWidth());
		assertThat(picture.getHeight()).isEqualTo(size.pixelHeight());
	}

	static Stream<Object[]> whenSizeIsGivenThenFileHasItsPixelsAndBytes() {
		// Other images with other sizes. GeneratedFilesTests has all sizes of an image.
		return IntStream.range(0, 10).mapToObj((row) -> {
			Image image = Catalog.get().images().get(41 * row);
			return new Object[] { image, image.sizes().get(row % image.sizes().size()) };
		});
	}

	@Test
	void whenDrawnAgainThenBytesAreTheSame() {
		assertThat(Drawing.jpeg(IMAGE, 340)).isEqualTo(Drawing.jpeg(IMAGE, 340));
	}

	@Test
	void whenImagesDifferThenPicturesDiffer() {
		List<Image> images = Catalog.get().images();
		assertThat(images.stream().limit(60).map((image) -> hash(Drawing.jpeg(image, 40))).collect(Collectors.toSet()))
			.hasSize(60);
	}

	@Test
	void whenWatermarkedThenPictureDiffers() throws IOException {
		byte[] watermarked = Drawing.watermarkedJpeg(IMAGE, 340);
		assertThat(watermarked).isNotEqualTo(Drawing.jpeg(IMAGE, 340));
		assertThat(decode(watermarked).getWidth()).isEqualTo(decode(Drawing.jpeg(IMAGE, 340)).getWidth());
	}

	@ParameterizedTest
	@EnumSource(Subject.class)
	void whenSubjectIsDrawnThenPictureHasManyColors(Subject subject) throws IOException {
		Image image = Catalog.get()
			.images()
			.stream()
			.filter((candidate) -> candidate.appearance().scenery().subject() == subject)
			.filter((candidate) -> candidate.appearance().color())
			.findFirst()
			.orElseThrow();
		BufferedImage picture = decode(Drawing.jpeg(image, 170));
		assertThat(colors(picture)).isGreaterThan(60);
	}

	@Test
	void whenImageIsBlackAndWhiteThenPictureHasNoColor() throws IOException {
		Image image = Catalog.get()
			.images()
			.stream()
			.filter((candidate) -> !candidate.appearance().color())
			.findFirst()
			.orElseThrow();
		BufferedImage picture = decode(Drawing.jpeg(image, 170));
		int pixel = picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2);
		assertThat(pixel >> 16 & 0xFF).isCloseTo(pixel & 0xFF, Offset.offset(4));
	}

	private static long colors(BufferedImage picture) {
		return IntStream.range(0, picture.getWidth() * picture.getHeight())
			.map((i) -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()) & 0xF0F0F0)
			.distinct()
			.count();
	}

	private static int hash(byte[] bytes) {
		return Arrays.hashCode(bytes);
	}

	private static BufferedImage decode(byte[] file) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(file));
	}

}
