package io.github.connectapi.store;

import java.util.Arrays;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithLength;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Arbitrary bytes as a decrypted record.
 */
class SharedRecordFuzzTests {

	static Stream<Arguments> records() {
		Stream<byte[]> real = Stream.of(SharedRecords.full(), SharedRecord.EMPTY, SharedRecords.withToken("token"))
			.map(SharedRecordCodec::encode)
			.flatMap((each) -> Stream.of(each, Arrays.copyOf(each, each.length - 1),
					Arrays.copyOf(each, each.length / 2), Arrays.copyOf(each, each.length + 9)));
		return Stream.concat(real, Stream.of(new byte[0], new byte[] { 1 }, new byte[] { 2, 0, 0 }, new byte[100]))
			.map(Arguments::of);
	}

	@MethodSource("records")
	@FuzzTest
	void whenBytesAreReadThenRecordIsCompleteOrAbsent(byte @NotNull @WithLength(max = 300) [] bytes) {
		SharedRecord decoded = SharedRecordCodec.decode(bytes);
		if (decoded != null) {
			assertThat(SharedRecordCodec.decode(SharedRecordCodec.encode(decoded))).isEqualTo(decoded);
		}
	}

}
