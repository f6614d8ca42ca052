package io.github.connectapi.test.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.ReceivedRequest;

/**
 * The commands that a person types while the server is running.
 */
final class Console {

	private final FakeConnectServer server;

	private final PrintStream out;

	Console(FakeConnectServer server, PrintStream out) {
		this.server = server;
		this.out = out;
	}

	/** Read commands in a thread of its own until the input ends. */
	void start(InputStream in) {
		Thread thread = new Thread(() -> run(in), "fake-connect-console");
		thread.setDaemon(true);
		thread.start();
	}

	void run(InputStream in) {
		try {
			BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				perform(line.strip());
			}
		}
		catch (IOException ex) {
			this.out.println("No more commands are read: %s".formatted(ex.getMessage()));
		}
	}

	private void perform(String command) {
		switch (command) {
			case "", "requests" -> printRequests(this.server.requests());
			case "clear" -> {
				this.server.clearRequests();
				this.out.println("The received requests were removed.");
			}
			default -> this.out.println("Unknown command. Type 'requests' (or only Enter) or 'clear'.");
		}
		this.out.flush();
	}

	private void printRequests(List<ReceivedRequest> requests) {
		this.out.println("Received:%s".formatted(ReceivedRequest.summarize(requests)));
	}

}
