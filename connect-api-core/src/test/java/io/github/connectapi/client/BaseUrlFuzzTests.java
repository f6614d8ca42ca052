package io.github.connectapi.client;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithUtf8Length;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Arbitrary text as a base URL.
 */
class BaseUrlFuzzTests {

	private static final String CANARY = "canary-7";

	static Stream<String> urls() {
		return Stream.of(BaseUrl.DEFAULT, "http://localhost:8080/prefix", "http://127.1.2.3", "http://[::1]:80/",
				"HTTPS://A.example//", "https://user:password@host", "https://user:password@ho st", "https://host/v1",
				"https://host?a=b#c", "http://host", "//host", "file:/etc", "https://[fe80::1%25eth0]",
				"https://host:0", "https://a%20b", "https://h\n", "");
	}

	@MethodSource("urls")
	@FuzzTest
	void whenATextIsABaseUrlThenItHasOneHostAndIsSafe(@NotNull @WithUtf8Length(max = 300) String text) {
		String url = text.replace("@", CANARY + "@");
		BaseUrl baseUrl;
		try {
			baseUrl = BaseUrl.of(url);
		}
		catch (IllegalArgumentException ex) {
			assertThat(ex).hasNoCause();
			assertThat(ex.getMessage()).doesNotContain(CANARY).hasSizeLessThan(300).doesNotContainPattern("\\p{Cntrl}");
			return;
		}
		URI uri = URI.create(baseUrl + "/v1/session/CreateSession");
		assertThat(uri.getHost()).isEqualTo(URI.create(url).getHost().toLowerCase(Locale.ROOT));
		assertThat(uri.getPort()).isEqualTo(URI.create(url).getPort());
		assertThat(uri.getRawUserInfo()).isNull();
		assertThat(uri.getRawQuery()).isNull();
		assertThat(uri.getRawFragment()).isNull();
		assertThat(uri.getScheme().equals("https") || isLocalMachine(uri.getHost())).as("secure").isTrue();
		assertThat(BaseUrl.of(baseUrl.toString())).isEqualTo(baseUrl);
	}

	private static boolean isLocalMachine(String host) {
		try {
			return host.equals("localhost")
					|| (host.matches("[0-9.]+|\\[.*]") && InetAddress.getByName(host).isLoopbackAddress());
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

}
