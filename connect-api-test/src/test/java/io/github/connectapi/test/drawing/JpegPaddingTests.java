package io.github.connectapi.test.drawing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JpegPadding}.
 */
class JpegPaddingTests {

	private static final byte[] FILE = { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9 };

	@ParameterizedTest
	@ValueSource(ints = { 4, 8, 9, 100, 65_541, 65_542, 65_543, 65_544, 65_545, 131_078, 131_079, 200_000 })
	void whenFileIsPaddedThenItHasTheNumberOfBytes(int bytes) {
		byte[] padded = JpegPadding.pad(FILE, bytes).orElseThrow();
		assertThat(padded).hasSize(bytes).startsWith(0xFF, 0xD8).endsWith(0xFF, 0xD9);
		assertThat(endOfComments(padded)).isEqualTo(bytes - 2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 3, 5, 7 })
	void whenNumberOfBytesIsTooSmallThenThereIsNoFile(int bytes) {
		assertThat(JpegPadding.pad(FILE, bytes)).isEmpty();
	}

	@Test
	void whenFileIsPaddedThenGivenFileIsUnchanged() {
		byte[] file = FILE.clone();
		JpegPadding.pad(file, 100);
		assertThat(file).isEqualTo(FILE);
	}

	private static int endOfComments(byte[] file) {
		int position = 2;
		while ((file[position + 1] & 0xFF) == 0xFE) {
			position += 2 + ((file[position + 2] & 0xFF) << 8 | file[position + 3] & 0xFF);
		}
		return position;
	}

}
