package example.fake;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.assertj.ConnectAssertions;

/**
 * Sends one request to the fake server, over HTTP.
 */
public final class Main {

	private Main() {
	}

	public static void main(String[] arguments) throws IOException {
		try (FakeConnectServer server = FakeConnectServer.start()) {
			String path = server.operationPaths().stream().filter((p) -> p.endsWith("/CreateSession")).findFirst().get();
			HttpURLConnection connection = (HttpURLConnection) new URL(server.baseUrl() + path).openConnection();
			connection.setDoOutput(true);
			connection.setRequestProperty("Content-Type", "application/json");
			connection.getOutputStream().write("{}".getBytes(StandardCharsets.UTF_8));
			connection.getResponseCode();
			ConnectAssertions.assertThat(server).receivedExactly("CreateSession");
		}
		System.out.println("works");
	}

}
