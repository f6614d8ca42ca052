package io.github.connectapi.store;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SharedRecordCodec}.
 */
class SharedRecordCodecTests {

	@Test
	void whenRecordHasEveryFieldThenReadsItUnchanged() {
		assertThat(SharedRecordCodec.decode(SharedRecordCodec.encode(SharedRecords.full())))
			.isEqualTo(SharedRecords.full());
	}

	@Test
	void whenRecordIsEmptyThenReadsItUnchanged() {
		assertThat(SharedRecordCodec.decode(SharedRecordCodec.encode(SharedRecord.EMPTY)))
			.isEqualTo(SharedRecord.EMPTY);
	}

	@Test
	void whenFieldIsAppendedThenIgnoresIt() {
		byte[] bytes = SharedRecordCodec.encode(SharedRecords.full());
		byte[] longer = Arrays.copyOf(bytes, bytes.length + 9);
		assertThat(SharedRecordCodec.decode(longer)).isEqualTo(SharedRecords.full());
	}

	@Test
	void whenVersionIsUnknownThenReadsNothing() {
		byte[] bytes = SharedRecordCodec.encode(SharedRecords.full());
		bytes[0] = 2;
		assertThat(SharedRecordCodec.decode(bytes)).isNull();
	}

	@Test
	void whenRecordIsTruncatedThenReadsNothing() {
		byte[] bytes = SharedRecordCodec.encode(SharedRecords.full());
		for (int length = 0; length < bytes.length; length++) {
			assertThat(SharedRecordCodec.decode(Arrays.copyOf(bytes, length))).as("%d bytes", length).isNull();
		}
	}

	// The layout is a promise to other versions that use the same store.
	@Test
	void whenEncodedThenHasTheLayoutOfVersion1() {
		assertThat(SharedRecordCodec.encode(SharedRecord.EMPTY))
			.hasSize(1 + 8 + 8 + 4 + 4 + 1 + 8 + 4 + 8 + 8 + 4 + 4 + 4)
			.startsWith(1)
			.endsWith(-1, -1, -1, -1);
	}

}
