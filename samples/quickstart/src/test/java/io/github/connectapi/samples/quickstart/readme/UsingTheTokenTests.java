package io.github.connectapi.samples.quickstart.readme;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.TokenKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests {@link UsingTheToken} with {@link MockedSessions}.
 */
class UsingTheTokenTests {

	@Test
	void whenTheManagerIsMockedThenItsTokenIsSent() {
		assertThat(new UsingTheToken(MockedSessions.create()).call()).isEqualTo("a-token");
	}

	@Test
	void whenTheManagerIsMockedThenAConnectApiSendsItsToken() {
		try (FakeConnectServer server = FakeConnectServer.start();
				ConnectClient client = ConnectClient.builder(BaseUrl.of(server.baseUrl())).build()) {
			ConnectApi connect = ConnectApi.builder(client, MockedSessions.create()).build();

			assertThatExceptionOfType(ConnectTokenRejectedException.class)
				.isThrownBy(() -> connect.call(ConnectOperations.GET_COUNTRIES, Map.of()));
			assertThat(server.requests("GetCountries")).isNotEmpty()
				.allSatisfy((request) -> assertThat(request.tokenKind()).isEqualTo(TokenKind.UNKNOWN));
		}
	}

}
