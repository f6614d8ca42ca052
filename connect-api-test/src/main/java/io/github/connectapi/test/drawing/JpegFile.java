package io.github.connectapi.test.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Encodes a picture as a JPEG file.
 */
final class JpegFile {

	private static final List<Float> QUALITIES = List.of(0.88f, 0.75f, 0.6f, 0.4f, 0.2f);

	private JpegFile() {
	}

	static byte[] encode(BufferedImage picture) {
		return encode(picture, QUALITIES.get(0));
	}

	/**
	 * Return a file with an exact number of bytes.
	 */
	static byte[] encode(BufferedImage picture, int bytes) {
		return QUALITIES.stream()
			.map((quality) -> JpegPadding.pad(encode(picture, quality), bytes))
			.flatMap(Optional::stream)
			.findFirst()
			.orElseThrow(
					() -> new IllegalStateException("No quality is low enough for a file of " + bytes + " bytes."));
	}

	private static byte[] encode(BufferedImage picture, float quality) {
		Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
		ImageWriter writer = writers.next();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
			ImageWriteParam parameters = writer.getDefaultWriteParam();
			parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			parameters.setCompressionQuality(quality);
			writer.setOutput(output);
			writer.write(null, new IIOImage(picture, null, null), parameters);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

}
