package io.github.connectapi.test.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import io.github.connectapi.test.drawing.JpegPadding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MotionJpegTests {

	private final byte[] red = PlainJpeg.encode(32, 24, 255, 0, 0);

	private final byte[] blue = JpegPadding.pad(PlainJpeg.encode(32, 24, 0, 0, 255), this.red.length + 101)
		.orElseThrow();

	private final MotionJpeg video = new MotionJpeg(List.of(this.red, this.blue), 32, 24);

	@Test
	void whenCreatedThenChunksFillTheFile() {
		byte[] file = this.video.file(0);
		assertThat(file).hasSize(this.video.minLength());
		assertThat(chunks(file)).containsExactly("RIFF AVI ", "LIST hdrl", "avih", "LIST strl", "strh", "strf",
				"LIST movi", "00dc", "00dc", "idx1");
	}

	@Test
	void whenCreatedThenIndexPointsToFrames() {
		byte[] file = this.video.file(0);
		ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
		int movie = new String(file, StandardCharsets.ISO_8859_1).indexOf("movi");
		int index = file.length - 2 * 16;
		for (byte[] frame : List.of(this.red, this.blue)) {
			int start = movie + in.getInt(index + 8) + 8;
			assertThat(in.getInt(index + 12)).isEqualTo(frame.length);
			assertThat(Arrays.copyOfRange(file, start, start + frame.length)).isEqualTo(frame);
			index += 16;
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 7, 8, 9, 100, 100_001 })
	void whenLengthIsGivenThenItIsExact(int padding) {
		int length = this.video.minLength() + padding;
		byte[] file = this.video.file(length);
		assertThat(file).hasSize(length);
		assertThat(chunks(file)).endsWith((padding < 8) ? "idx1" : "JUNK");
	}

	private static List<String> chunks(byte[] file) {
		List<String> names = new ArrayList<>();
		ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
		in.limit(in.getInt(4) + 8);
		while (in.remaining() > 0) {
			String name = name(in);
			int length = in.getInt();
			if (List.of("RIFF", "LIST").contains(name)) {
				names.add(name + " " + name(in));
			}
			else {
				names.add(name);
				in.position(in.position() + length + length % 2);
			}
		}
		return Collections.unmodifiableList(names);
	}

	private static String name(ByteBuffer in) {
		byte[] name = new byte[4];
		in.get(name);
		return new String(name, StandardCharsets.US_ASCII);
	}

}
