package io.github.connectapi.test.file;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Makes a JPEG longer without changing what it shows.
 */
final class JpegPadding {

	private static final int END_LENGTH = 2;

	private static final int MAX_SEGMENT = 65_537;

	private static final short COMMENT = (short) 0xfffe;

	private static final byte FILL = (byte) 0xff;

	private JpegPadding() {
	}

	/**
	 * Pad a file with comments before its end.
	 * @param jpeg the file
	 * @param length the wanted length, at least that of the file
	 * @return the file with exactly this length
	 */
	static byte[] pad(byte[] jpeg, int length) {
		byte[] padded = Arrays.copyOf(jpeg, length);
		int end = jpeg.length - END_LENGTH;
		ByteBuffer out = ByteBuffer.wrap(padded).position(end).put(new byte[length - end]).position(end);
		while (out.remaining() - END_LENGTH > 3) {
			int segment = Math.min(out.remaining() - END_LENGTH, MAX_SEGMENT);
			out.putShort(COMMENT).putShort((short) (segment - 2)).position(out.position() + segment - 4);
		}
		while (out.remaining() > END_LENGTH) {
			// Any number of them may precede a marker.
			out.put(FILL);
		}
		out.put(jpeg, end, END_LENGTH);
		return padded;
	}

}
