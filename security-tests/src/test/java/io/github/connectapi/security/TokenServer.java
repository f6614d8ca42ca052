package io.github.connectapi.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * Speaks https in a process of its own, so that the tokens which it makes are in another
 * heap. The first line it reads is its certificate in Base64, the first line it prints is
 * its port; it ends with its standard input.
 */
final class TokenServer {

	private static final AtomicInteger issued = new AtomicInteger();

	private TokenServer() {
	}

	/** Starts. */
	public static void main(String[] args) throws IOException {
		BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
		HeldCertificate certificate = HeldCertificate
			.decode(new String(Base64.getDecoder().decode(in.readLine()), StandardCharsets.US_ASCII));
		HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
		server.setHttpsConfigurator(new HttpsConfigurator(
				new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslContext()));
		server.createContext("/", TokenServer::answer);
		server.start();
		System.out.println(server.getAddress().getPort());
		while (in.read() >= 0) {
			// Until the test ends.
		}
		server.stop(0);
	}

	private static void answer(HttpExchange exchange) throws IOException {
		exchange.getRequestBody().readAllBytes();
		String path = exchange.getRequestURI().getPath();
		String number = "%03d".formatted(issued.incrementAndGet());
		byte[] body = """
				{"ResponseHeader": {"Status": "success"},
				 "%sResult": {"Token": "%s%s!", "SecureToken": "%s%s!", "TokenDurationMinutes": 30}}"""
			.formatted(path.substring(path.lastIndexOf('/') + 1), HeapCheck.TOKEN, number, HeapCheck.TOKEN, number)
			.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

}
