package io.github.connectapi.transport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RequestHeadersTests {

	private final HttpHeaders headers = new HttpHeaders();

	@Test
	void whenTheHeadersAreValidThenAllButTheLengthAreKept() throws RequestRejectedException {
		this.headers.add("X-Key", "a\tb é");
		this.headers.add("X-Key", "");
		this.headers.setContentLength(7);
		HttpHeaders valid = RequestHeaders.validate(this.headers);
		assertThat(valid.headerNames()).containsExactly("X-Key");
		assertThat(valid.get("x-key")).containsExactly("a\tb é", "");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Connection", "expect", "HOST", "Keep-Alive", "Proxy-Connection", "TE", "Trailer",
			"Transfer-Encoding", "Upgrade" })
	void whenAHeaderBelongsToTheConnectionThenItIsRejected(String name) {
		this.headers.add(name, "canary");
		assertRejected();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "X Key", "X-Key:", "X\r\nKey", "Schlüssel" })
	void whenANameIsNotATokenThenItIsRejected(String name) {
		this.headers.add(name, "canary");
		assertRejected();
	}

	@ParameterizedTest
	@ValueSource(strings = { "canary\r\nHost: a", "canary\n", "canary\u0000", "canary\u007f", "canary€" })
	void whenAValueCannotBeSentThenItIsRejected(String value) {
		this.headers.add("X-Key", value);
		assertRejected();
	}

	private void assertRejected() {
		assertThatExceptionOfType(RequestRejectedException.class)
			.isThrownBy(() -> RequestHeaders.validate(this.headers))
			.withMessage("a customizer set a header that cannot be sent");
	}

}
