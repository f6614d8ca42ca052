package io.github.connectapi.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HttpCodecTests {

	private static final String OK = "HTTP/1.1 200 OK\r\n";

	@ParameterizedTest
	@CsvSource({ "POST, /a%20b/v1", "CONNECT, connect.example.com:443", "POST, http://connect.example.com/v1" })
	void whenAHeadIsWrittenThenTheRequestTargetIsUnchanged(String method, String target) throws IOException {
		HttpHeaders headers = new HttpHeaders();
		headers.add("X-Key", "a");
		headers.add("X-Key", "b");
		RequestBuffer written = new RequestBuffer();
		written.writeHead(method, target, headers);
		assertThat(written.toString(StandardCharsets.US_ASCII))
			.isEqualTo("%s %s HTTP/1.1\r\nX-Key: a\r\nX-Key: b\r\n\r\n".formatted(method, target));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Length: 3\r\n\r\nabc",
			"Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n2\r\nbc\r\n0\r\n\r\n", "\r\nabc" })
	void whenAResponseIsCompleteThenItsBodyIsRead(String rest) throws IOException {
		HttpCodec codec = codec(OK + rest);
		assertThat(codec.readBody("POST", codec.readHead(), 10)).asString().isEqualTo("abc");
		assertThat(codec.isDrained()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "9, 10", "10, 10", "11, 11", "12, 11", "100000, 11" })
	void whenTheBodyExceedsTheLimitThenOneByteMoreIsRead(int length, int read) throws IOException {
		HttpCodec codec = codec(OK + "Content-Length: " + length + "\r\n\r\n" + "a".repeat(length));
		assertThat(codec.readBody("POST", codec.readHead(), 10)).hasSize(Math.min(length, read));
	}

	@Test
	void whenTheBodyIsLongThenTheBufferGrowsWithTheData() throws IOException {
		String body = "abcdefg".repeat(40_000);
		HttpCodec codec = codec(OK + "Content-Length: 7000000000\r\n\r\n" + body);
		ClassicHttpResponse response = codec.readHead();
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> codec.readBody("POST", response, Integer.MAX_VALUE - 1));
		HttpCodec chunked = codec(OK + "\r\n" + body);
		assertThat(chunked.readBody("POST", chunked.readHead(), 1_000_000)).asString().isEqualTo(body);
	}

	@ParameterizedTest
	@ValueSource(ints = { 204, 304 })
	void whenTheStatusHasNoBodyThenNothingIsRead(int status) throws IOException {
		HttpCodec codec = codec("HTTP/1.1 %d None\r\nContent-Length: 3\r\n\r\nabc".formatted(status));
		assertThat(codec.readBody("POST", codec.readHead(), 10)).isEmpty();
		assertThat(codec.isDrained()).isFalse();
	}

	@Test
	void whenThereAreFewInterimResponsesThenTheyAreSkipped() throws IOException {
		String interim = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n";
		assertThat(codec(interim.repeat(20) + OK + "\r\n").readHead().getCode()).isEqualTo(200);
		assertMalformed(interim.repeat(21) + OK + "\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "HTTP/1.1 200 OK", "HTTP/1.1 000 OK\r\n\r\n", "HTTP/1.1 99 OK\r\n\r\n",
			"HTTP/1.1 2000 OK\r\n\r\n", "HTTP/1.1 -20 OK\r\n\r\n", "HTTP/1.1 101 Switching\r\n\r\n",
			"HTTP/2.0 200 OK\r\n\r\n", "canary\r\n\r\n", "HTTP/1.1 200 OK\r\ncanary\r\n\r\n" })
	void whenTheHeadIsMalformedThenTheFailureDoesNotQuoteIt(String head) {
		assertMalformed(head);
	}

	@Test
	void whenLinesOrHeadersExceedTheirLimitThenReadingEnds() {
		assertMalformed(OK + "X-A: " + "canary".repeat(10_000));
		assertMalformed(OK + "X-A: canary\r\n".repeat(201) + "\r\n");
	}

	@Test
	void whenTrailersExceedTheirLimitThenReadingEnds() throws IOException {
		HttpCodec codec = codec(OK + "Transfer-Encoding: chunked\r\n\r\n0\r\n" + "X-A: b\r\n".repeat(201) + "\r\n");
		ClassicHttpResponse response = codec.readHead();
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> codec.readBody("POST", response, 10));
	}

	@Test
	void whenWipedThenNothingIsBuffered() throws IOException {
		HttpCodec codec = codec(OK + "\r\nsecret");
		codec.readHead();
		codec.wipe();
		Object buffer = ReflectionTestUtils.getField(codec, "buffer");
		assertThat((byte[]) ReflectionTestUtils.getField(buffer, "buffer")).containsOnly(0);
	}

	private static void assertMalformed(String head) {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> codec(head).readHead())
			.satisfies((ex) -> assertThat(TransportException.describe(ex)).matches("[A-Z][A-Za-z]+")
				.doesNotContain("canary"));
	}

	private static HttpCodec codec(String received) {
		InputStream input = new ByteArrayInputStream(received.getBytes(StandardCharsets.ISO_8859_1));
		return new HttpCodec(input);
	}

}
