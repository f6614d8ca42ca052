package io.github.connectapi.transport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;

import io.github.connectapi.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RequestHeadersTests {

	private final HttpHeaders headers = new HttpHeaders();

	@Test
	void whenTheHeadersAreValidThenAllButTheLengthAreKept() throws RequestRejectedException {
		this.headers.add("X-Key", "a\tb é");
		this.headers.add("X-Key", "");
		this.headers.setContentLength(7);
		HttpHeaders valid = complete(null);
		assertThat(valid.headerNames()).containsExactlyInAnyOrder("Host", "User-Agent", "Content-Length", "X-Key");
		assertThat(valid.get("Content-Length")).containsExactly("3");
		assertThat(valid.get("x-key")).containsExactly("a\tb é", "");
	}

	@Test
	void whenACustomizerSetsAHeaderThenItReplacesOurs() throws RequestRejectedException {
		this.headers.add("user-agent", "other");
		this.headers.add("proxy-authorization", "Bearer other");
		HttpHeaders valid = complete(Secret.of("Basic ours"));
		assertThat(valid.get("User-Agent")).containsExactly("other");
		assertThat(valid.get("Proxy-Authorization")).containsExactly("Bearer other");
	}

	@Test
	void whenThereIsALoginForAProxyThenItIsAdded() throws RequestRejectedException {
		assertThat(complete(Secret.of("Basic ours")).get("Proxy-Authorization")).containsExactly("Basic ours");
		assertThat(complete(null).get("Proxy-Authorization")).isNull();
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

	private HttpHeaders complete(Secret proxyAuthorization) throws RequestRejectedException {
		return RequestHeaders.complete(this.headers, new Target(true, "a", 443), 3, proxyAuthorization);
	}

	private void assertRejected() {
		assertThatExceptionOfType(RequestRejectedException.class).isThrownBy(() -> complete(null))
			.withMessage("a customizer or the caller set a header that cannot be sent");
	}

}
