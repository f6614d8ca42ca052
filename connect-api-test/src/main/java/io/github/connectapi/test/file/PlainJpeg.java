package io.github.connectapi.test.file;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/**
 * Encodes a JPEG of one color, without {@code java.desktop}.
 */
final class PlainJpeg {

	private static final HexFormat HEX = HexFormat.of();

	private static final String START_OF_IMAGE = "ffd8";

	private static final String JFIF = "ffe00010" + "4a46494600" + "0101" + "00" + "0001" + "0001" + "0000";

	/** Each quantum is 8, so that the mean of a block is its quantized first value. */
	private static final String QUANTIZATION = "ffdb0043" + "00" + "08".repeat(64);

	/** The code 0 for no change, and codes of five bits for 1 to 8 bits of change. */
	private static final String DC_CODES = "ffc4001c" + "00" + "01000000080000000000000000000000"
			+ "000102030405060708";

	/** The code 0 for the end of a block, the only symbol that is used. */
	private static final String AC_CODES = "ffc40014" + "10" + "01000000000000000000000000000000" + "00";

	/** Three components, the colors at half the resolution: a unit has 16 x 16 pixels. */
	private static final String FRAME = "ffc00011" + "08" + "%04x%04x" + "03" + "012200" + "021100" + "031100";

	private static final String SCAN = "ffda000c" + "03" + "0100" + "0200" + "0300" + "003f00";

	private static final String END_OF_IMAGE = "ffd9";

	private static final int UNIT = 16;

	private static final int BITS_OF_UNCHANGED_UNIT = 12;

	private final StringBuilder bits = new StringBuilder();

	private PlainJpeg() {
	}

	/**
	 * Encode an image.
	 * @param width the width in pixels
	 * @param height the height in pixels
	 * @param red the red part of the color, from 0 to 255
	 * @param green the green part
	 * @param blue the blue part
	 * @return the file
	 */
	static byte[] encode(int width, int height, int red, int green, int blue) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		String tables = START_OF_IMAGE + JFIF + QUANTIZATION + DC_CODES + AC_CODES;
		out.writeBytes(HEX.parseHex(tables + FRAME.formatted(height, width) + SCAN));
		new PlainJpeg().writeUnits(out, ((width + UNIT - 1) / UNIT) * ((height + UNIT - 1) / UNIT), red, green, blue);
		out.writeBytes(HEX.parseHex(END_OF_IMAGE));
		return out.toByteArray();
	}

	private void writeUnits(ByteArrayOutputStream out, int units, int red, int green, int blue) {
		block(0.299 * red + 0.587 * green + 0.114 * blue - 128);
		this.bits.append("00".repeat(3));
		block(-0.1687 * red - 0.3313 * green + 0.5 * blue);
		block(0.5 * red - 0.4187 * green - 0.0813 * blue);
		long unchanged = (long) (units - 1) * BITS_OF_UNCHANGED_UNIT;
		while (this.bits.length() % 8 != 0 && unchanged > 0) {
			this.bits.append('0');
			unchanged--;
		}
		this.bits.append("1".repeat(Math.floorMod(-this.bits.length(), 8)));
		writeBits(out);
		out.writeBytes(new byte[(int) (unchanged / 8)]);
		if (unchanged % 8 != 0) {
			out.write(0xff >> (unchanged % 8));
		}
	}

	/** Append a block whose mean differs from zero, the one of the block before. */
	private void block(double mean) {
		int value = (int) Math.max(-127, Math.min(127, Math.round(mean)));
		int size = Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(value));
		if (size == 0) {
			this.bits.append('0');
		}
		else {
			append(0b10000 + size - 1, 5);
			append((value > 0) ? value : value + (1 << size) - 1, size);
		}
		this.bits.append('0');
	}

	private void append(int value, int length) {
		for (int bit = length - 1; bit >= 0; bit--) {
			this.bits.append((value >> bit) & 1);
		}
	}

	private void writeBits(ByteArrayOutputStream out) {
		for (int i = 0; i < this.bits.length(); i += 8) {
			int next = Integer.parseInt(this.bits.substring(i, i + 8), 2);
			out.write(next);
			if (next == 0xff) {
				// Otherwise it would be the start of a marker.
				out.write(0);
			}
		}
	}

}
