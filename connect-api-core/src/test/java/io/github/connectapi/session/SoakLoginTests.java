package io.github.connectapi.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A login after a middlebox forgot all kept connections, with real sockets and the time
 * of one lost attempt.
 */
@Timeout(60)
@EnabledIfSystemProperty(named = "soak.minutes", matches = "[\\d.]+")
class SoakLoginTests {

	private static final int CONNECTIONS = 8;

	private static final Duration LONG = Duration.ofSeconds(20);

	@Test
	void whenKeptConnectionsAreForgottenThenALoginSucceedsWithinOneAcquisition() throws Exception {
		ExecutorService callers = Executors.newFixedThreadPool(CONNECTIONS);
		try (FakeConnectServer server = FakeConnectServer.builder().https(false).start();
				Middlebox middlebox = new Middlebox(Integer.parseInt(server.baseUrl().replaceAll(".*:", "")));
				ConnectClient client = ConnectClient.builder(BaseUrl.of("http://127.0.0.1:" + middlebox.port()))
					.responseTimeout(Duration.ofSeconds(3))
					.build()) {
			// Opens the connections, because each call waits for all others.
			List<CompletableFuture<?>> calls = new ArrayList<>();
			for (int i = 0; i < CONNECTIONS; i++) {
				server.enqueue("CreateSession", Fault.block());
			}
			for (int i = 0; i < CONNECTIONS; i++) {
				calls.add(CompletableFuture
					.runAsync(() -> client.createSession(SessionFixture.credentials("wrong"), LONG), callers));
			}
			server.awaitRequests("CreateSession", CONNECTIONS, LONG);
			server.unblock();
			for (CompletableFuture<?> call : calls) {
				assertThat(call).failsWithin(LONG);
			}
			assertThat(middlebox.connections).hasValue(CONNECTIONS);
			middlebox.forget();
			server.clearRequests();

			try (ConnectSessionManager manager = ConnectSessionManager
				.builder(client, () -> SessionFixture.credentials(FakeConnectServerBuilder.USER_PASSWORD))
				.build()) {
				assertThat(manager.getSession().token()).isNotNull();
			}
			assertThat(middlebox.swallowed).hasValue(1);
			assertThat(server.requests("CreateSession")).hasSize(1);
			assertThat(middlebox.connections).hasValue(CONNECTIONS + 1);
		}
		finally {
			callers.shutdownNow();
		}
	}

	/** Forwards connections until it forgets them: then it drops what arrives on them. */
	private static final class Middlebox implements AutoCloseable {

		private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));

		private final AtomicInteger connections = new AtomicInteger();

		private final AtomicInteger swallowed = new AtomicInteger();

		private volatile int forgotten;

		Middlebox(int server) throws IOException {
			start(() -> {
				while (true) {
					Socket client = this.socket.accept();
					int number = this.connections.getAndIncrement();
					Socket forwarded = new Socket("127.0.0.1", server);
					start(() -> forward(client, forwarded.getOutputStream(), number));
					start(() -> forwarded.getInputStream().transferTo(client.getOutputStream()));
				}
			});
		}

		int port() {
			return this.socket.getLocalPort();
		}

		void forget() {
			this.forgotten = this.connections.get();
		}

		@Override
		public void close() throws IOException {
			this.socket.close();
		}

		private void forward(Socket client, OutputStream server, int number) throws IOException {
			byte[] bytes = new byte[8192];
			InputStream in = client.getInputStream();
			for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
				if (number < this.forgotten) {
					this.swallowed.incrementAndGet();
				}
				else {
					server.write(bytes, 0, count);
				}
			}
			server.close();
		}

		private static void start(Work work) {
			Thread thread = new Thread(() -> {
				try {
					work.run();
				}
				catch (IOException ex) {
					// A socket was closed.
				}
			}, "middlebox");
			thread.setDaemon(true);
			thread.start();
		}

	}

	private interface Work {

		void run() throws IOException;

	}

}
