package io.github.connectapi.test.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Creates a silent video: an AVI file whose frames are JPEG images of the same size.
 */
final class MotionJpeg {

	static final int FRAMES_PER_SECOND = 4;

	/** All chunks but the frames and the index. */
	private static final int HEADER_LENGTH = 224;

	private static final int HAS_INDEX = 0x10;

	private static final int KEY_FRAME = 0x10;

	private final List<byte[]> frames;

	private final int width;

	private final int height;

	/**
	 * Create a video.
	 * @param frames the frames, of which each is shown for a quarter of a second
	 * @param width the width of all frames in pixels
	 * @param height the height of all frames in pixels
	 */
	MotionJpeg(List<byte[]> frames, int width, int height) {
		this.frames = List.copyOf(frames);
		this.width = width;
		this.height = height;
	}

	/**
	 * Return the length of the file without padding.
	 * @return the length in bytes
	 */
	int minLength() {
		return HEADER_LENGTH + framesLength() + 8 + 16 * this.frames.size();
	}

	/**
	 * Return the file.
	 * @param length the wanted length in bytes
	 * @return the file with this length, or with {@link #minLength()} if that is greater
	 */
	byte[] file(int length) {
		int padding = Math.max(0, length - minLength());
		int junk = (padding < 8) ? 0 : padding - padding % 2;
		ByteBuffer out = ByteBuffer.allocate(minLength() + padding).order(ByteOrder.LITTLE_ENDIAN);
		name(name(out, "RIFF").putInt(minLength() + junk - 8), "AVI ");
		header(out);
		movie(out);
		index(out);
		if (junk > 0) {
			name(out, "JUNK").putInt(junk - 8);
		}
		return out.array();
	}

	private void header(ByteBuffer out) {
		name(name(out, "LIST").putInt(192), "hdrl");
		name(out, "avih").putInt(56).putInt(1_000_000 / FRAMES_PER_SECOND).putInt(0).putInt(0).putInt(HAS_INDEX);
		out.putInt(this.frames.size()).putInt(0).putInt(1).putInt(0).putInt(this.width).putInt(this.height);
		out.put(new byte[16]);
		name(name(out, "LIST").putInt(116), "strl");
		name(name(name(out, "strh").putInt(56), "vids"), "MJPG").put(new byte[12]).putInt(1).putInt(FRAMES_PER_SECOND);
		out.putInt(0).putInt(this.frames.size()).putInt(0).putInt(-1).putInt(0).putInt(0);
		out.putShort((short) this.width).putShort((short) this.height);
		name(out, "strf").putInt(40).putInt(40).putInt(this.width).putInt(this.height);
		name(out.putShort((short) 1).putShort((short) 24), "MJPG").putInt(this.width * this.height * 3);
		out.put(new byte[16]);
	}

	private void movie(ByteBuffer out) {
		name(name(out, "LIST").putInt(4 + framesLength()), "movi");
		for (byte[] frame : this.frames) {
			name(out, "00dc").putInt(frame.length).put(frame).put(new byte[frame.length % 2]);
		}
	}

	private void index(ByteBuffer out) {
		name(out, "idx1").putInt(16 * this.frames.size());
		int offset = 4;
		for (byte[] frame : this.frames) {
			name(out, "00dc").putInt(KEY_FRAME).putInt(offset).putInt(frame.length);
			offset += chunkLength(frame);
		}
	}

	private int framesLength() {
		return this.frames.stream().mapToInt(MotionJpeg::chunkLength).sum();
	}

	private static int chunkLength(byte[] frame) {
		return 8 + frame.length + frame.length % 2;
	}

	private static ByteBuffer name(ByteBuffer out, String name) {
		return out.put(name.getBytes(StandardCharsets.US_ASCII));
	}

}
