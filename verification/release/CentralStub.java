import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Takes the upload of a bundle as the publisher API of Maven Central does, on a free port
 * of the loopback address. Writes the bundle to a file, and its port to another one.
 */
public class CentralStub {

	private static final String ID = "28570f16-da32-4c14-bd2e-c1acc0782365";

	private final Path bundle;

	private CentralStub(Path bundle) {
		this.bundle = bundle;
	}

	/**
	 * Start the server. It runs until its process is ended.
	 * @param args the file for the bundle, and the file for the port
	 * @throws IOException if it cannot start
	 */
	public static void main(String[] args) throws IOException {
		CentralStub stub = new CentralStub(Path.of(args[0]));
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/api/v1/publisher/upload", stub::upload);
		server.createContext("/api/v1/publisher/status", stub::status);
		server.start();
		Path port = Path.of(args[1]);
		Path complete = port.resolveSibling(port.getFileName() + ".new");
		Files.writeString(complete, String.valueOf(server.getAddress().getPort()));
		Files.move(complete, port);
	}

	private void upload(HttpExchange exchange) throws IOException {
		String authorization = exchange.getRequestHeaders().getFirst("Authorization");
		if (authorization == null || !authorization.matches("(Bearer|UserToken) \\S+") || Files.exists(this.bundle)) {
			respond(exchange, 401, "no token, or a second upload");
			return;
		}
		Files.write(this.bundle, part(exchange));
		respond(exchange, 201, ID);
	}

	private void status(HttpExchange exchange) throws IOException {
		boolean known = String.valueOf(exchange.getRequestURI().getQuery()).contains("id=" + ID);
		respond(exchange, known ? 200 : 404, """
				{"deploymentId": "%s", "deploymentName": "stub", "deploymentState": "VALIDATED", "purls": []}
				""".formatted(ID));
	}

	/** Return the content of the only part of a multipart body. */
	private static byte[] part(HttpExchange exchange) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		exchange.getRequestBody().transferTo(body);
		byte[] bytes = body.toByteArray();
		String text = new String(bytes, StandardCharsets.ISO_8859_1);
		int start = text.indexOf("\r\n\r\n") + 4;
		String boundary = "\r\n" + text.substring(0, text.indexOf("\r\n"));
		return Arrays.copyOfRange(bytes, start, text.lastIndexOf(boundary));
	}

	private static void respond(HttpExchange exchange, int status, String text) throws IOException {
		exchange.getRequestBody().readAllBytes();
		byte[] body = text.getBytes(StandardCharsets.UTF_8);
		boolean json = text.startsWith("{");
		exchange.getResponseHeaders().set("Content-Type", json ? "application/json" : "text/plain");
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

}
