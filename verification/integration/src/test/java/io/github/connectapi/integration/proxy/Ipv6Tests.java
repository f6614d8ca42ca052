package io.github.connectapi.integration.proxy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server with an IPv6 address. Skipped if this machine has none.
 */
@Timeout(60)
class Ipv6Tests {

	private static final ConnectCredentials CREDENTIALS = ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID,
			FakeConnectServerBuilder.SYSTEM_PASSWORD, FakeConnectServerBuilder.USER_NAME,
			FakeConnectServerBuilder.USER_PASSWORD);

	@Test
	@EnabledIf("hasIpv6")
	void whenTheBaseUrlIsAnIpv6AddressThenCallsReachIt() throws Exception {
		try (FakeConnectServer server = FakeConnectServer.start();
				RecordingRelay relay = RecordingRelay.to(
						new InetSocketAddress("127.0.0.1", URI.create(server.baseUrl()).getPort()),
						InetAddress.getByName("::1"));
				ConnectClient client = ConnectClient.builder(BaseUrl.of("http://[::1]:" + relay.address().getPort()))
					.build();
				ConnectSessionManager manager = ConnectSessionManager.builder(client, () -> CREDENTIALS).build()) {
			ConnectApi.builder(client, manager).build().call(ConnectOperations.GET_COUNTRIES, Map.of());
			assertThat(server.count("GetCountries")).isOne();
			assertThat(relay.received()).containsIgnoringCase("Host: [::1]:" + relay.address().getPort());
		}
	}

	static boolean hasIpv6() throws SocketException {
		return NetworkInterface.networkInterfaces()
			.flatMap(NetworkInterface::inetAddresses)
			.anyMatch((address) -> address.getHostAddress().startsWith("0:0:0:0:0:0:0:1"));
	}

}
