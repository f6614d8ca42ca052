package io.github.connectapi.integration.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * A server for http or https that runs in a process of its own, so that its tokens are in
 * another heap. It reads its certificate in Base64 from the first line of the standard
 * input. It prints its port, and then the name of the slow operation when that is called.
 * It exits at the end of the standard input.
 */
final class TokenServer {

	private static final int TOKENS = HeapTests.ROTATIONS + 1;

	/** As long as the response to a search. */
	private static final String SEARCH_RESULT = "[%s0]".formatted("0, ".repeat(8 * 1024));

	private static final CountDownLatch remainingTokens = new CountDownLatch(TOKENS);

	private TokenServer() {
	}

	/** Start the server. */
	public static void main(String[] args) throws IOException {
		BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
		HeldCertificate certificate = HeldCertificate
			.decode(new String(Base64.getDecoder().decode(in.readLine()), StandardCharsets.US_ASCII));
		HttpServer server = create(args[0], certificate);
		server.setExecutor(Executors.newCachedThreadPool());
		server.createContext("/", TokenServer::handle);
		server.start();
		System.out.println(server.getAddress().getPort());
		while (in.read() >= 0) {
			// The test is still running.
		}
		System.exit(0);
	}

	private static HttpServer create(String scheme, HeldCertificate certificate) throws IOException {
		InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
		if (scheme.equals("http")) {
			return HttpServer.create(address, 0);
		}
		HttpsServer server = HttpsServer.create(address, 0);
		server.setHttpsConfigurator(new HttpsConfigurator(
				new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslContext()));
		return server;
	}

	private static void handle(HttpExchange exchange) throws IOException {
		exchange.getRequestBody().readAllBytes();
		String path = exchange.getRequestURI().getPath();
		String operation = path.substring(path.lastIndexOf('/') + 1);
		byte[] body = "{\"ResponseHeader\": {\"Status\": \"success\"}, \"%sResult\": %s}"
			.formatted(operation, operation.endsWith("Session") ? session() : SEARCH_RESULT)
			.getBytes(StandardCharsets.UTF_8);
		if (operation.equals(HeapTests.SLOW_OPERATION)) {
			System.out.println(operation);
			awaitAllTokens();
		}
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private static String session() {
		remainingTokens.countDown();
		String token = HeapTests.TOKEN + "%03d!".formatted(TOKENS - remainingTokens.getCount());
		return "{\"Token\": \"%s\", \"SecureToken\": \"%s\", \"TokenDurationMinutes\": 30}".formatted(token, token);
	}

	private static void awaitAllTokens() throws IOException {
		try {
			remainingTokens.await();
		}
		catch (InterruptedException ex) {
			throw new InterruptedIOException();
		}
	}

}
