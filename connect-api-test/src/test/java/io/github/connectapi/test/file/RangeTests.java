package io.github.connectapi.test.file;

import java.util.Map;

import io.github.connectapi.test.server.FakeResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RangeTests {

	private final TestFile file = new TestFile("0123456789");

	@ParameterizedTest
	@CsvSource({ "bytes=0-0,0,0-0", "bytes=2-4,234,2-4", "bytes=7-,789,7-9", "bytes=7-99,789,7-9", "bytes=-3,789,7-9",
			"bytes=-99,0123456789,0-9", "Bytes=0-1,01,0-1", "bytes= 0-1 ,01,0-1",
			"bytes=5-99999999999999999999999999,56789,5-9" })
	void whenThereIsOneRangeThenPartIsReturned(String range, String body, String contentRange) {
		FakeResponse response = this.file.get(Map.of("Range", range));
		assertThat(response.status()).isEqualTo(206);
		assertThat(response.body()).asString().isEqualTo(body);
		assertThat(response.header("Content-Range")).isEqualTo("bytes %s/10", contentRange);
		assertThat(response.header("Content-Type")).isEqualTo("text/plain");
	}

	@ParameterizedTest
	@ValueSource(strings = { "bytes=10-", "bytes=10-12", "bytes=-0", "bytes=99999999999999999999999999-" })
	void whenRangeIsPastTheEndThenStatusIs416(String range) {
		FakeResponse response = this.file.get(Map.of("Range", range));
		assertThat(response.status()).isEqualTo(416);
		assertThat(response.body()).isEmpty();
		assertThat(response.header("Content-Range")).isEqualTo("bytes */10");
	}

	@ParameterizedTest
	@ValueSource(strings = { "bytes=0-1,4-5", "bytes=5-2", "bytes=a-b", "bytes=-", "bytes=", "bytes", "lines=0-1", "",
			"bytes=--1", "bytes=1--2", "bytes=\u0661-\u0662" })
	void whenRangesAreSeveralOrInvalidThenFileIsComplete(String range) {
		assertComplete(this.file.get(Map.of("Range", range)));
	}

	@Test
	void whenIfRangeIsTheEntityTagThenPartIsReturned() {
		assertThat(this.file.get(Map.of("Range", "bytes=7-", "If-Range", TestFile.ETAG)).status()).isEqualTo(206);
	}

	@Test
	void whenIfRangeIsTheDateThenPartIsReturned() {
		assertThat(this.file.get(Map.of("Range", "bytes=7-", "If-Range", TestFile.LAST_MODIFIED)).status())
			.isEqualTo(206);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"other\"", "W/\"one\"", "Tue, 03 Jan 2012 00:00:00 GMT", "" })
	void whenIfRangeDiffersThenFileIsComplete(String validator) {
		assertComplete(this.file.get(Map.of("Range", "bytes=7-", "If-Range", validator)));
	}

	@Test
	void whenMethodIsHeadThenRangeIsIgnored() {
		assertComplete(this.file.request("HEAD", Map.of("Range", "bytes=7-")));
	}

	@Test
	void whenFileIsEmptyThenEachRangeIsPastTheEnd() {
		assertThat(new TestFile("").get(Map.of("Range", "bytes=0-")).header("Content-Range")).isEqualTo("bytes */0");
	}

	private static void assertComplete(FakeResponse response) {
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.body()).asString().isEqualTo("0123456789");
		assertThat(response.header("Content-Range")).isNull();
	}

}
