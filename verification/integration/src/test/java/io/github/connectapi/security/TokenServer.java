package io.github.connectapi.security;

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
 * Speaks https, or http if it is told so, in a process of its own, so that the tokens
 * which it makes are in another heap. The first line it reads is its certificate in
 * Base64, the first line it prints is its port, the second one comes with the operation
 * that lasts; it ends with its standard input.
 */
final class TokenServer {

	private static final int TOKENS = HeapTests.ROTATIONS + 1;

	/** As long as the answer to a search. */
	private static final String PICTURES = "[%s0]".formatted("0, ".repeat(8 * 1024));

	private static final CountDownLatch toIssue = new CountDownLatch(TOKENS);

	private TokenServer() {
	}

	/** Starts. */
	public static void main(String[] args) throws IOException {
		BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
		HeldCertificate certificate = HeldCertificate
			.decode(new String(Base64.getDecoder().decode(in.readLine()), StandardCharsets.US_ASCII));
		HttpServer server = create(args[0], certificate);
		server.setExecutor(Executors.newCachedThreadPool());
		server.createContext("/", TokenServer::answer);
		server.start();
		System.out.println(server.getAddress().getPort());
		while (in.read() >= 0) {
			// Until the test ends.
		}
		System.exit(0);
	}

	private static HttpServer create(String scheme, HeldCertificate certificate) throws IOException {
		InetSocketAddress any = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
		if (scheme.equals("http")) {
			return HttpServer.create(any, 0);
		}
		HttpsServer server = HttpsServer.create(any, 0);
		server.setHttpsConfigurator(new HttpsConfigurator(
				new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslContext()));
		return server;
	}

	private static void answer(HttpExchange exchange) throws IOException {
		exchange.getRequestBody().readAllBytes();
		String path = exchange.getRequestURI().getPath();
		String operation = path.substring(path.lastIndexOf('/') + 1);
		byte[] body = "{\"ResponseHeader\": {\"Status\": \"success\"}, \"%sResult\": %s}"
			.formatted(operation, operation.endsWith("Session") ? session() : PICTURES)
			.getBytes(StandardCharsets.UTF_8);
		if (operation.equals(HeapTests.LASTING)) {
			System.out.println(operation);
			awaitAllTokens();
		}
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	/** One at a time. */
	private static String session() {
		toIssue.countDown();
		String token = HeapTests.TOKEN + "%03d!".formatted(TOKENS - toIssue.getCount());
		return "{\"Token\": \"%s\", \"SecureToken\": \"%s\", \"TokenDurationMinutes\": 30}".formatted(token, token);
	}

	private static void awaitAllTokens() throws IOException {
		try {
			toIssue.await();
		}
		catch (InterruptedException ex) {
			throw new InterruptedIOException();
		}
	}

}
