package io.github.connectapi.transport;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.SystemClock;

import static io.github.connectapi.transport.TransportFixture.LONG;
import static io.github.connectapi.transport.TransportFixture.exchange;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Addresses of a host that do not lead to the server.
 */
@Timeout(60)
class AddressFaultTests {

	private static final String URL = "http://connect.example.com:%d/";

	@Test
	void whenIpv6LeadsNowhereThenIpv4IsUsedWithoutWaiting() throws Exception {
		try (LocalServer server = LocalServer.start(LocalServer.responding(LocalServer.OK));
				Transport transport = transport(LONG, "::1", "127.0.0.1")) {
			long start = System.nanoTime();
			assertThat(exchange(transport, URL.formatted(server.port()), LONG, false)).isEqualTo("{}");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG.dividedBy(2));
			assertThat(server.requests()).hasSize(1);
		}
	}

	@Test
	void whenAllAddressesAreDeadThenTheConnectTimeoutHoldsAndNothingIsLeft() throws Exception {
		List<AutoCloseable> resources = new ArrayList<>();
		try (LocalServer other = LocalServer.start(LocalServer.responding(LocalServer.OK));
				ServerSocket first = dead("127.0.0.1", 0, resources);
				ServerSocket second = dead("127.0.0.2", first.getLocalPort(), resources);
				Transport transport = transport(Duration.ofMillis(400), "127.0.0.1", "127.0.0.2")) {
			assertThat(catchThrowableOfType(RequestNotSentException.class,
					() -> exchange(transport, URL.formatted(second.getLocalPort()), LONG, true)))
				.hasMessage("no connection within 400 ms");
			assertThat(exchange(transport, other)).isEqualTo("{}");
		}
		finally {
			for (AutoCloseable resource : resources) {
				resource.close();
			}
		}
	}

	/**
	 * Listen with a full queue, so that the kernel does not respond to a new connection.
	 */
	private static ServerSocket dead(String address, int port, List<AutoCloseable> resources) throws Exception {
		ServerSocket dead = new ServerSocket(port, 1, InetAddress.getByName(address));
		for (int i = 0; i < 5; i++) {
			SocketChannel connection = SocketChannel.open();
			resources.add(connection);
			connection.configureBlocking(false);
			connection.connect(dead.getLocalSocketAddress());
		}
		return dead;
	}

	private static Transport transport(Duration connectTimeout, String... addresses) {
		return new Transport(new TransportSettings(connectTimeout, null, null), HelperThreads.create(null),
				SystemClock.nanoTime(), (host) -> {
					InetAddress[] found = new InetAddress[addresses.length];
					for (int i = 0; i < found.length; i++) {
						found[i] = InetAddress.getByName(host.equals("connect.example.com") ? addresses[i] : host);
					}
					return found;
				});
	}

}
