package io.github.connectapi.transport;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TargetTests {

	@ParameterizedTest
	@CsvSource({ "https://connect.example.com/v1, connect.example.com, connect.example.com:443, connect.example.com",
			"https://connect.example.com:8443, connect.example.com, connect.example.com:8443, connect.example.com:8443",
			"https://connect.example.com:443, connect.example.com, connect.example.com:443, connect.example.com",
			"http://127.0.0.1, 127.0.0.1, 127.0.0.1:80, 127.0.0.1", "HTTP://[::1]:81, ::1, [::1]:81, [::1]:81",
			"https://[2001:db8::1]/a, 2001:db8::1, [2001:db8::1]:443, [2001:db8::1]" })
	void whenAUriIsGivenThenHostAndPortAreThoseOfTheServer(URI uri, String host, String authority, String hostHeader) {
		Target target = Target.of(uri);
		assertThat(target.host()).isEqualTo(host);
		assertThat(target.authority()).isEqualTo(authority);
		assertThat(target.hostHeader()).isEqualTo(hostHeader);
		assertThat(target.uri()).hasAuthority(authority).hasScheme(target.secure() ? "https" : "http");
	}

}
