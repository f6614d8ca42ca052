package io.github.connectapi.test.file;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PlainJpegTests {

	@ParameterizedTest
	@CsvSource({ "1,1", "16,16", "17,16", "170,113", "96,340", "2400,1600" })
	void whenEncodedThenImageHasSize(int width, int height) throws IOException {
		BufferedImage image = read(PlainJpeg.encode(width, height, 10, 20, 30));
		assertThat(image.getWidth()).isEqualTo(width);
		assertThat(image.getHeight()).isEqualTo(height);
	}

	@ParameterizedTest
	@CsvSource({ "0,0,0", "255,255,255", "200,40,40", "40,200,40", "40,40,200", "128,128,128", "250,200,120" })
	void whenEncodedThenEachPixelHasColor(int red, int green, int blue) throws IOException {
		BufferedImage image = read(PlainJpeg.encode(40, 30, red, green, blue));
		for (int x : new int[] { 0, 20, 39 }) {
			Color color = new Color(image.getRGB(x, x * 29 / 39));
			assertThat(color.getRed()).isCloseTo(red, within(3));
			assertThat(color.getGreen()).isCloseTo(green, within(3));
			assertThat(color.getBlue()).isCloseTo(blue, within(3));
		}
	}

	private static BufferedImage read(byte[] jpeg) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(jpeg));
	}

}
