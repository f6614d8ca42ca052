package io.github.connectapi.client;

import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.InRange;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithUtf8Length;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.HttpHeaders;

/**
 * Arbitrary text as the header {@code Retry-After}, at any time.
 */
class RetryAfterFuzzTests {

	static Stream<Arguments> headers() {
		return Stream
			.of("0", "1", " 3600 ", "3601", "999999999", "9999999999", "99999999999999999999", "-1", "+1", "1.5", "1e3",
					"Mon, 01 Jun 2015 12:00:10 GMT", "Monday, 01-Jun-15 12:00:10 GMT", "Mon Jun  1 12:00:10 2015",
					"Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "soon", "", "١٢",
					"1 Jan 999991970 0:0 GMT")
			.map((header) -> Arguments.of(header, ResponseFixture.NOW.getEpochSecond()));
	}

	@MethodSource("headers")
	@FuzzTest
	void whenTheHeaderIsAnythingThenTheDelayIsBetweenZeroAndAnHour(@NotNull @WithUtf8Length(max = 60) String header,
			@InRange(min = 0, max = 253402300799L) long now) {
		HttpHeaders headers = new HttpHeaders();
		headers.add(HttpHeaders.RETRY_AFTER, header);
		Guarantees.wait(RetryAfter.read(headers, InstantSource.fixed(Instant.ofEpochSecond(now))));
	}

}
