package io.github.connectapi.client;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BaseUrlTests {

	@ParameterizedTest
	@CsvSource({ "https://connect.gettyimages.com,https://connect.gettyimages.com",
			"https://connect.gettyimages.com/,https://connect.gettyimages.com",
			"HTTPS://Connect.GettyImages.COM,https://connect.gettyimages.com",
			"https://host:8443/prefix//,https://host:8443/prefix", "https://host/a/b,https://host/a/b",
			"https://host/A%20b,https://host/A%20b", "https://[::1]:8443,https://[::1]:8443",
			"https://host:65535,https://host:65535", "https://host:1,https://host:1",
			"https://host/v1/proxy,https://host/v1/proxy", "https://host/dev1,https://host/dev1",
			"https://xn--exmple-cua.com,https://xn--exmple-cua.com",
			"https://host/a.b/..c/%20,https://host/a.b/..c/%20" })
	void whenTheUrlIsHttpsThenItIsAcceptedAndNormalized(String url, String form) {
		assertThat(BaseUrl.of(url)).hasToString(form).returns(true, BaseUrl::isSecure);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost", "http://LOCALHOST:8080", "http://127.0.0.1:8080", "http://127.1.2.3",
			"http://[::1]:8080", "http://[0:0:0:0:0:0:0:1]" })
	void whenPlainHttpStaysOnTheLocalMachineThenItIsAccepted(String url) {
		assertThat(BaseUrl.of(url).isSecure()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://connect.gettyimages.com", "http://localhost.example.com", "http://localhost.",
			"http://127.0.0.1.example.com", "http://128.0.0.1", "http://10.0.0.1", "http://[::2]", "http://0.0.0.0",
			"http://example.com/localhost", "http://127.1", "http://127.0.1", "http://2130706433", "http://0x7f.0.0.1",
			"http://[::ffff:127.0.0.1]", "http://[::127.0.0.1]", "http://127.0.0.1.", "http://localhost:80.example.com",
			"http://127.0.0.999", "http://0177.0.0.1" })
	void whenPlainHttpLeavesTheLocalMachineThenItIsRejected(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> BaseUrl.of(url)).withMessageContaining("base URL");
	}

	@Test
	void whenPlainHttpIsAllowedThenEveryHostIsAccepted() {
		assertThat(BaseUrl.of("http://connect.example.com/", true)).hasToString("http://connect.example.com")
			.returns(false, BaseUrl::isSecure);
	}

	@ParameterizedTest
	@ValueSource(strings = { "file://host/etc", "jar://host/x", "ftp://host", "ws://host" })
	void whenTheSchemeIsNotHttpThenItIsRejected(String url) {
		assertRefused(url, "https://");
		assertThatIllegalArgumentException().isThrownBy(() -> BaseUrl.of(url, true));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "connect.gettyimages.com", "/v1", "file:/etc/passwd", "jar:file:/x.jar!/",
			"https:", "https://", "https:///path", "https://under_score", "https://host:99999999999", "//host",
			"https://ho st", "https://host/%zz", "mailto:somebody" })
	void whenThereIsNoHostThenItIsRejected(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> BaseUrl.of(url)).withMessageContaining("base URL");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://canary:secret@host", "https://canary@host", "https://canary:se/cret@host",
			"https://canary:secret@", "https://canary:secret@ho st", "https://canary:se%zzcret@host",
			"https://canary:secret@host:99999999999", "http://canary:secret@localhost", "canary:secret@host",
			"https://canary:secret@[::1", "https://canary:sec ret@host", "https://canary:secret@host/v1?q#f" })
	void whenThereIsUserInformationThenItIsRejectedAndNotRepeated(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> BaseUrl.of(url, true))
			.withMessageNotContainingAny("canary", "cret")
			.withNoCause();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://host?a=b", "https://host/?", "https://host#f", "https://host/path#" })
	void whenThereIsAQueryOrAFragmentThenItIsRejected(String url) {
		assertRefused(url, "query or a fragment");
	}

	@ParameterizedTest
	@CsvSource({ "https://my_host,underscore", "https://my_host.example.com:8443/x,underscore",
			"https://host:99999999999,port", "https://host:abc,port", "https://host:-1,port",
			"https://host:443:443,port", "https://-host,java.net.URI", "https://host-,java.net.URI",
			"https://a..b,java.net.URI", "https://.host,java.net.URI", "https://1.2.3.4.5,java.net.URI",
			"https://ho%20st,java.net.URI", "https:///path,contain a host", "https://,contain a host",
			"https://:443,contain a host", "https//host,begin with https://", "https:/host,begin with https://",
			"https:host,begin with https://", "//host,begin with https://", "host,begin with https://",
			"host:443,begin with https://", "host:443/path,begin with https://", "1.2.3.4:443,begin with https://",
			"'https://ho st',spaces", "' https://host',spaces", "'https://host ',spaces",
			"https://user_name@host,user name" })
	void whenTheUrlIsMistypedThenTheMessageNamesTheFault(String url, String fault) {
		assertRefused(url, fault);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://host:0", "https://host:65536", "https://host:99999" })
	void whenThePortIsInvalidThenItIsRejected(String url) {
		assertRefused(url, "port");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://host/v1", "https://host/v1/", "https://host/prefix/v2//" })
	void whenTheUrlEndsWithAVersionThenItIsRejected(String url) {
		assertRefused(url, "/v1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://host/..", "https://host/a/../b", "https://host/./b", "https://host/a/.",
			"https://host/%2e%2e/b", "https://host/a/.%2E", "https://host/a//b", "https://host/a%2fb",
			"https://host/a%2F..%2Fb", "https://host/a%5cb" })
	void whenThePathIsAmbiguousThenItIsRejected(String url) {
		assertRefused(url, "segments");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://exämple.com", "https://exämple.com/", "https://host/ä", "https://ｈost",
			"https://host。example", "https://host\\@example.com", "https:\\\\host", "https://host\\a", "https://host\t",
			" https://host", "https://host\n", "https://host/a b", "https://host\u0000" })
	void whenTheUrlContainsAnInvalidCharacterThenItIsRejected(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> BaseUrl.of(url)).withMessageContaining("base URL");
	}

	@Test
	void whenTheUrlIsTheSameThenTheyAreEqual() {
		assertThat(BaseUrl.of(BaseUrl.DEFAULT)).isEqualTo(BaseUrl.of("HTTPS://connect.gettyimages.com/"))
			.hasSameHashCodeAs(BaseUrl.of("HTTPS://connect.gettyimages.com/"))
			.isNotEqualTo(BaseUrl.of("https://connect.gettyimages.com/prefix"));
	}

	private static void assertRefused(String url, String rule) {
		assertThatIllegalArgumentException().isThrownBy(() -> BaseUrl.of(url)).withMessageContaining(rule);
	}

}
