package io.github.connectapi.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.ConnectUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The connect timeout applies to connecting only.
 */
@Timeout(60)
class ConnectTimeoutTests {

	private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(200);

	private static final RawServer.Script RESPONSE = RawServer
		.ok("{\"ResponseHeader\":{\"Status\":\"success\"},\"CreateSessionResult\":" + ResponseFixture.RESULT + "}");

	@Test
	void whenTheServerAcceptsNoConnectionThenTheCallEndsAfterTheConnectTimeout() throws IOException {
		List<SocketChannel> ahead = new ArrayList<>();
		try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
				ConnectClient client = client("http://127.0.0.1:" + full.getLocalPort())) {
			for (int i = 0; i < 5; i++) {
				SocketChannel connection = SocketChannel.open();
				ahead.add(connection);
				connection.configureBlocking(false);
				connection.connect(new InetSocketAddress("127.0.0.1", full.getLocalPort()));
			}
			assertThat(ClientFixture.failure(client)).isExactlyInstanceOf(ConnectUnavailableException.class)
				.hasMessageContaining("no connection within 200 ms");
		}
		finally {
			for (SocketChannel connection : ahead) {
				connection.close();
			}
		}
	}

	@Test
	void whenTheServerRespondsSlowlyThenTheConnectTimeoutIsIgnored() throws IOException {
		try (RawServer server = RawServer.start((self, connection, request) -> {
			self.isClosedWithin(2 * CONNECT_TIMEOUT.toMillis());
			RESPONSE.respond(self, connection, request);
		}); ConnectClient client = client(server.baseUrl())) {
			assertThat(ClientFixture.create(client).token().reveal()).isEqualTo("token");
		}
	}

	private static ConnectClient client(String baseUrl) {
		return ConnectClient.builder(BaseUrl.of(baseUrl))
			.connectTimeout(CONNECT_TIMEOUT)
			.responseTimeout(ClientFixture.LONG)
			.build();
	}

}
