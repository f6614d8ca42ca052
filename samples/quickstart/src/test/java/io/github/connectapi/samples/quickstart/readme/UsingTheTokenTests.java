package io.github.connectapi.samples.quickstart.readme;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.TokenKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;

/**
 * The mock of a session manager in {@code docs/testing.md}.
 */
class UsingTheTokenTests {

	@Test
	void whenTheManagerIsMockedThenItsTokenIsSent() {
		assertThat(new UsingTheToken(sessions()).call()).isEqualTo("a-token");
	}

	@Test
	void whenTheManagerIsMockedThenAConnectApiSendsItsToken() {
		try (FakeConnectServer server = FakeConnectServer.start();
				ConnectClient client = ConnectClient.builder(BaseUrl.of(server.baseUrl())).build()) {
			ConnectApi connect = ConnectApi.builder(client, sessions()).build();

			assertThatExceptionOfType(ConnectTokenRejectedException.class)
				.isThrownBy(() -> connect.call(ConnectOperations.GET_COUNTRIES, Map.of()));
			assertThat(server.requests("GetCountries")).isNotEmpty()
				.allSatisfy((request) -> assertThat(request.tokenKind()).isEqualTo(TokenKind.UNKNOWN));
		}
	}

	private static ConnectSessionManager sessions() {
		ConnectSessionManager sessions = mock(ConnectSessionManager.class, CALLS_REAL_METHODS);
		given(sessions.getSession(any())).willReturn(ConnectSession.of("a-token", Duration.ofMinutes(30)));
		return sessions;
	}

}
