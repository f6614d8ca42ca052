package io.github.connectapi.integration.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.ConnectClientBuilder;
import io.github.connectapi.retry.RetrySettings;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionSnapshot;
import io.github.connectapi.session.SessionManagerFactory;
import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.SharedSessionSettings;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.time.ManualTime;

import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * Acquisitions that fail without a code of the server. They take place once for all
 * tests.
 */
final class FailureScenario implements AutoCloseable {

	private static final ConnectCredentials CREDENTIALS = ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID,
			FakeConnectServerBuilder.SYSTEM_PASSWORD, FakeConnectServerBuilder.USER_NAME,
			FakeConnectServerBuilder.USER_PASSWORD);

	private static final RetrySettings ONE_ATTEMPT = RetrySettings.defaults().withMaxAttempts(1);

	private static @Nullable List<String> messages;

	private final FakeConnectServer server = FakeConnectServer.builder().https(true).start();

	private FailureScenario() {
	}

	/** Return the message of the last failure of each acquisition. */
	static synchronized List<String> messages() {
		if (messages == null) {
			try (FailureScenario scenario = new FailureScenario()) {
				messages = scenario.run();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return messages;
	}

	private List<String> run() throws IOException {
		List<String> messages = new ArrayList<>(List.of(connectionRefused(), unknownHost(), connectTimeout(),
				untrustedCertificate(), brokenTlsSettings(), failingProvider(), blockingProvider(), lateResponse(),
				failingCustomizer(), slowProvider()));
		messages.addAll(hangingExchanges());
		messages.addAll(sharedSession());
		messages.add(responseTimeout());
		messages.add(throughProxy("HTTP/1.1 407 Login\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n"));
		messages.add(throughProxy("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"));
		messages.add(throughUnknownProxy());
		messages.add(throughRefusingProxy());
		messages.add(throughSocksProxy());
		for (String response : List.of("", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", "not HTTP\r\n\r\n",
				"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n")) {
			messages.add(rawResponse(response));
		}
		for (Fault fault : List.of(Fault.status(404), Fault.garbage(),
				Fault.normal().set("/ResponseHeader/CoordinationId", "another"),
				Fault.normal().set("/CreateSessionResult/TokenDurationMinutes", "never"))) {
			this.server.always("CreateSession", fault);
			messages.add(failure(this.server.baseUrl()));
		}
		return messages;
	}

	private static String connectionRefused() throws IOException {
		try (ServerSocket closed = new ServerSocket(0)) {
			closed.close();
			return failure("http://127.0.0.1:" + closed.getLocalPort());
		}
	}

	private static String unknownHost() {
		return failure("https://connect.invalid");
	}

	/** The queue of the server socket is full, so that it accepts no connection. */
	private static String connectTimeout() throws IOException {
		List<SocketChannel> queue = new ArrayList<>();
		try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			for (int i = 0; i < 5; i++) {
				SocketChannel connection = SocketChannel.open();
				queue.add(connection);
				connection.configureBlocking(false);
				connection.connect(new InetSocketAddress("127.0.0.1", full.getLocalPort()));
			}
			return failure("http://127.0.0.1:" + full.getLocalPort(),
					(client) -> client.connectTimeout(Duration.ofMillis(100)), () -> CREDENTIALS);
		}
		finally {
			for (SocketChannel connection : queue) {
				connection.close();
			}
		}
	}

	private String responseTimeout() {
		this.server.enqueue("CreateSession", Fault.hang());
		return failure(this.server.baseUrl(), (client) -> client.responseTimeout(Duration.ofMillis(100)),
				() -> CREDENTIALS);
	}

	private String untrustedCertificate() {
		return failure(this.server.secureBaseUrl());
	}

	private static String throughProxy(String response) throws IOException {
		try (ServerSocket proxy = rawServer(response)) {
			return throughProxy("127.0.0.1", proxy.getLocalPort());
		}
	}

	private static String throughUnknownProxy() {
		return throughProxy("proxy.invalid", 3128);
	}

	private static String throughRefusingProxy() throws IOException {
		try (ServerSocket closed = new ServerSocket(0)) {
			closed.close();
			return throughProxy("127.0.0.1", closed.getLocalPort());
		}
	}

	private static String throughProxy(String host, int port) {
		System.setProperty("https.proxyHost", host);
		System.setProperty("https.proxyPort", String.valueOf(port));
		try {
			return failure("https://connect.example.com");
		}
		finally {
			System.clearProperty("https.proxyHost");
			System.clearProperty("https.proxyPort");
		}
	}

	private static String throughSocksProxy() {
		System.setProperty("socksProxyHost", "127.0.0.1");
		try {
			return failure("https://connect.example.com");
		}
		finally {
			System.clearProperty("socksProxyHost");
		}
	}

	private static String rawResponse(String response) throws IOException {
		try (ServerSocket server = rawServer(response)) {
			return failure("http://127.0.0.1:" + server.getLocalPort());
		}
	}

	/** Start a server that sends the given bytes and closes each connection. */
	private static ServerSocket rawServer(String response) throws IOException {
		ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		Thread thread = new Thread(() -> respond(server, response), "raw-server");
		thread.setDaemon(true);
		thread.start();
		return server;
	}

	private static void respond(ServerSocket server, String response) {
		while (!server.isClosed()) {
			try (Socket connection = server.accept()) {
				// Unread bytes would reset the connection.
				connection.getInputStream().read(new byte[16 * 1024]);
				connection.getOutputStream().write(response.getBytes(StandardCharsets.US_ASCII));
			}
			catch (IOException ex) {
				// The client or the test has ended.
			}
		}
	}

	private static String brokenTlsSettings() {
		return failure("https://connect.example.com", (client) -> client.tls(() -> {
			throw new IllegalStateException("a broken bundle");
		}), () -> CREDENTIALS);
	}

	private String failingProvider() {
		return failure(this.server.baseUrl(), (client) -> client, () -> {
			throw new IllegalStateException("a closed vault");
		});
	}

	private String blockingProvider() {
		ManualTime time = ManualTime.withThreads();
		CompletableFuture<Void> called = new CompletableFuture<>();
		CompletableFuture<Void> end = new CompletableFuture<>();
		try (ConnectClient client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl())).build();
				ConnectSessionManager manager = ConnectSessionManager.builder(client, () -> {
					called.complete(null);
					end.join();
					return CREDENTIALS;
				}).nanoClock(time.nanos()).clock(time.clock()).scheduler(time.newScheduler()).build()) {
			manager.renew();
			called.join();
			time.advance(Duration.ofMinutes(1));
			await().until(() -> manager.snapshot().lastFailure() != null);
			end.complete(null);
			return message(manager);
		}
	}

	/** Two exchanges hang, so that the third acquisition is not started. */
	private List<String> hangingExchanges() {
		ManualTime time = ManualTime.withThreads();
		AtomicInteger hanging = new AtomicInteger();
		CompletableFuture<Void> end = new CompletableFuture<>();
		try (ConnectClient client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl()))
			.customizer((builder) -> builder.requestInterceptor((request, body, execution) -> {
				hanging.incrementAndGet();
				end.join();
				return execution.execute(request, body);
			}))
			.build();
				ConnectSessionManager manager = ConnectSessionManager.builder(client, () -> CREDENTIALS)
					.nanoClock(time.nanos())
					.clock(time.clock())
					.scheduler(time.newScheduler())
					.build()) {
			manager.renew();
			await().until(() -> hanging.get() == 1);
			time.advance(Duration.ofMinutes(1));
			String first = message(manager);
			await().until(() -> hanging.get() == 2);
			time.advance(Duration.ofMinutes(1));
			String next = message(manager);
			end.complete(null);
			return List.of(first, next);
		}
	}

	/** The time passes between the response and its use. */
	private String lateResponse() {
		ManualTime time = ManualTime.create();
		try (ConnectClient client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl()))
			.clock(time.clock())
			.customizer((builder) -> builder.requestInterceptor((request, body, execution) -> {
				time.advanceWithoutTimers(Duration.ofHours(1));
				return execution.execute(request, body);
			}))
			.build();
				ConnectSessionManager manager = ConnectSessionManager.builder(client, () -> CREDENTIALS)
					.nanoClock(time.nanos())
					.clock(time.clock())
					.scheduler(time.newScheduler())
					.retry(ONE_ATTEMPT)
					.build()) {
			catchThrowable(manager::getSession);
			return message(manager);
		}
	}

	/** The store fails, another instance has the claim, another instance has failed. */
	private List<String> sharedSession() {
		ManualTime time = ManualTime.create();
		UnreliableStore store = new UnreliableStore(time.clock());
		SharedSessionSettings settings = SharedSessionSettings.defaults()
			.withSecret("0123456789abcdef0123456789abcdef");
		List<String> messages = new ArrayList<>();
		store.fail(true);
		messages.add(sharedFailure(time, store, settings.waitForStore()));
		store.fail(false);
		store.claimed(true);
		messages.add(sharedFailure(time, store, settings));
		store.claimed(false);
		this.server.always("CreateSession", Fault.status(503).header("Retry-After", "60"));
		sharedFailure(time, store, settings);
		messages.add(sharedFailure(time, store, settings));
		this.server.clearFaults();
		return messages;
	}

	private String sharedFailure(ManualTime time, SessionStore store, SharedSessionSettings settings) {
		try (ConnectClient client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl()))
			.clock(time.clock())
			.build();
				ConnectSessionManager manager = new SessionManagerFactory(() -> 0.5, time::advance)
					.builder(client, () -> CREDENTIALS)
					.nanoClock(time.nanos())
					.clock(time.clock())
					.scheduler(time.newScheduler())
					.retry(ONE_ATTEMPT)
					.sharedSession(store, settings)
					.build()) {
			catchThrowable(manager::getSession);
			return message(manager);
		}
	}

	private String failingCustomizer() {
		return failure(this.server.baseUrl(),
				(client) -> client.customizer((builder) -> builder.requestInterceptor((request, body, execution) -> {
					throw new IllegalStateException("an interceptor of an application");
				})), () -> CREDENTIALS);
	}

	/** The time passes in the provider, before anything is sent. */
	private String slowProvider() {
		ManualTime time = ManualTime.create();
		try (ConnectClient client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl())).build();
				ConnectSessionManager manager = ConnectSessionManager.builder(client, () -> {
					time.advanceWithoutTimers(Duration.ofMinutes(1));
					return CREDENTIALS;
				})
					.nanoClock(time.nanos())
					.clock(time.clock())
					.scheduler(time.newScheduler())
					.retry(ONE_ATTEMPT)
					.build()) {
			catchThrowable(manager::getSession);
			return message(manager);
		}
	}

	private static String failure(String baseUrl) {
		return failure(baseUrl, (client) -> client, () -> CREDENTIALS);
	}

	private static String failure(String baseUrl, UnaryOperator<ConnectClientBuilder> customizer,
			ConnectCredentialsProvider provider) {
		try (ConnectClient client = customizer.apply(ConnectClient.builder(BaseUrl.of(baseUrl))).build();
				ConnectSessionManager manager = ConnectSessionManager.builder(client, provider)
					.retry(ONE_ATTEMPT)
					.build()) {
			catchThrowable(manager::getSession);
			return message(manager);
		}
	}

	private static String message(ConnectSessionManager manager) {
		ConnectSessionSnapshot.LastFailure failure = manager.snapshot().lastFailure();
		if (failure == null) {
			throw new IllegalStateException("The acquisition did not fail");
		}
		return failure.message();
	}

	@Override
	public void close() {
		this.server.close();
	}

}
