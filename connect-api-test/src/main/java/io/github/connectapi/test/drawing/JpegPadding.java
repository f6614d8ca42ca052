package io.github.connectapi.test.drawing;

import java.util.Optional;

import io.github.connectapi.test.Internal;

/**
 * Makes a JPEG file larger with comment segments, which decoders skip.
 */
@Internal
public final class JpegPadding {

	/** Two bytes of the marker and two of the length. */
	private static final int SEGMENT_OVERHEAD = 4;

	/** The length field has 16 bits and counts itself. */
	private static final int MAX_SEGMENT = 65_535 + 2;

	private static final int START_OF_IMAGE = 2;

	private JpegPadding() {
	}

	/**
	 * Return the file with an exact number of bytes.
	 * @param file the file
	 * @param bytes the wanted number of bytes
	 * @return the larger file; empty if the file has too many bytes
	 */
	public static Optional<byte[]> pad(byte[] file, int bytes) {
		int missing = bytes - file.length;
		if (missing == 0) {
			return Optional.of(file);
		}
		if (missing < SEGMENT_OVERHEAD) {
			return Optional.empty();
		}
		byte[] padded = new byte[bytes];
		System.arraycopy(file, 0, padded, 0, START_OF_IMAGE);
		int position = START_OF_IMAGE;
		while (missing > 0) {
			int segment = Math.min(missing, MAX_SEGMENT);
			int rest = missing - segment;
			if (rest > 0 && rest < SEGMENT_OVERHEAD) {
				segment -= SEGMENT_OVERHEAD;
			}
			padded[position] = (byte) 0xFF;
			padded[position + 1] = (byte) 0xFE;
			padded[position + 2] = (byte) ((segment - 2) >> 8);
			padded[position + 3] = (byte) (segment - 2);
			position += segment;
			missing -= segment;
		}
		System.arraycopy(file, START_OF_IMAGE, padded, position, file.length - START_OF_IMAGE);
		return Optional.of(padded);
	}

}
