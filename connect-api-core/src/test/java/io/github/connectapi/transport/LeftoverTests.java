package io.github.connectapi.transport;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.github.connectapi.transport.TransportFixture.LONG;
import static io.github.connectapi.transport.TransportFixture.exchange;
import static io.github.connectapi.transport.TransportFixture.transport;
import static io.github.connectapi.transport.TransportFixture.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Nothing is left of many failures, and of many clients: no socket, no thread, no heap.
 */
@Timeout(120)
class LeftoverTests {

	private static final int CYCLES = 200;

	private static final String[] MALFORMED = { "HTTP/1.1 2x0 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
			"HTTP/1.1 100 Continue\r\n\r\n".repeat(30), "HTTP/1.1 200 OK\r\nX-A: " + "b".repeat(20_000) + "\r\n\r\n" };

	@BeforeAll
	static void open() throws IOException {
		// The JDK keeps a socket from the first one on.
		SocketChannel.open().close();
	}

	@Test
	void whenHeadsAreMalformedThenSocketsAndHeapAreFlat() throws Exception {
		try (LocalServer server = LocalServer.start((self, connection) -> {
			self.next(connection);
			self.write(connection, MALFORMED[self.requests().size() % MALFORMED.length]);
			self.next(connection);
			connection.close();
		}); Transport transport = transport()) {
			fail(transport, server, 100);
			long sockets = sockets();
			long heap = heap();
			fail(transport, server, 500);
			Caller.await(() -> sockets() <= sockets);
			long growth = heap() - heap;
			System.out.printf("500 malformed heads: %d bytes of live heap, %d sockets%n", growth, sockets() - sockets);
			assertThat(growth).isLessThan(2_000_000);
		}
	}

	@Test
	void whenIdleClientsAreClosedThenNothingIsLeft() throws Exception {
		assertNothingIsLeft((server) -> {
			Transport transport = transport();
			assertThat(exchange(transport, server)).isEqualTo("{}");
			transport.close();
		});
	}

	@Test
	void whenClientsAreClosedDuringAnExchangeThenNothingIsLeft() throws Exception {
		assertNothingIsLeft((server) -> {
			Transport transport = transport();
			int requests = server.requests().size();
			Caller caller = Caller.start(() -> exchange(transport, url(server) + "/silent", LONG, true));
			// At any time while connecting, sending and waiting.
			Caller.await(() -> requests % 4 != 0 || server.requests().size() > requests);
			transport.close();
			assertThat(caller.failure()).isInstanceOf(IOException.class);
		});
	}

	private static void fail(Transport transport, LocalServer server, int count) {
		for (int i = 0; i < count; i++) {
			assertThat(catchThrowableOfType(IOException.class, () -> exchange(transport, server)))
				.isNotInstanceOf(RequestNotSentException.class);
		}
		server.requests().clear();
		server.connections().clear();
	}

	private static void assertNothingIsLeft(Cycle cycle) throws Exception {
		Set<Thread> threadsBefore = threads();
		long socketsBefore = sockets();
		try (LocalServer server = LocalServer.start((self, connection) -> {
			String request = self.next(connection);
			while (request != null) {
				if (!request.contains("silent")) {
					self.write(connection, LocalServer.OK);
				}
				request = self.next(connection);
			}
			connection.close();
		})) {
			for (int i = 0; i < CYCLES; i++) {
				cycle.run(server);
			}
			Caller.await(() -> threadsBefore.containsAll(threads()));
		}
		Caller.await(() -> sockets() <= socketsBefore);
	}

	private static long heap() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	/** Return the platform threads of all transports. */
	static Set<Thread> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("getty-connect-http-"))
			.collect(Collectors.toSet());
	}

	/** Return the number of open sockets of this process; 0 where it cannot be read. */
	static long sockets() {
		File[] descriptors = new File("/proc/self/fd").listFiles();
		long sockets = 0;
		for (File descriptor : (descriptors != null) ? descriptors : new File[0]) {
			try {
				sockets += Files.readSymbolicLink(descriptor.toPath()).toString().startsWith("socket:") ? 1 : 0;
			}
			catch (IOException ex) {
				// Closed meanwhile.
			}
		}
		return sockets;
	}

	private interface Cycle {

		void run(LocalServer server) throws Exception;

	}

}
