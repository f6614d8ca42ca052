package io.github.connectapi.test.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConsoleTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	@AfterEach
	void close() {
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "requests\n", "\n", "  requests \r\n", "requests" })
	void whenRequestsAreListedThenTheirSummariesArePrinted(String line) throws Exception {
		new RawClient(this.server).createSession();
		assertThat(type(line)).isEqualTo("""
				Received:
				  CreateSession (http, token NONE, coordination id c-1)
				""");
	}

	@Test
	void whenThereAreNoRequestsThenItSaysSo() {
		assertThat(type("requests\n")).isEqualTo("Received: nothing\n");
	}

	@Test
	void whenRequestsAreClearedThenTheyAreForgotten() throws Exception {
		new RawClient(this.server).createSession();
		assertThat(type("clear\nrequests\n")).contains("removed").endsWith("Received: nothing\n");
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void whenCommandIsUnknownThenCommandsAreListed() {
		assertThat(type("help\n")).contains("'requests'", "'clear'");
	}

	@Test
	void whenInputEndsThenServerStillResponds() throws Exception {
		assertThat(type("")).isEmpty();
		assertThat(RawClient.status(new RawClient(this.server).createSession())).isEqualTo("success");
	}

	@Test
	void whenInputFailsThenReasonIsPrinted() {
		InputStream broken = new InputStream() {
			@Override
			public int read() throws IOException {
				throw new IOException("broken");
			}
		};
		console().run(broken);
		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("No more commands are read: broken");
	}

	private String type(String text) {
		console().run(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
		return this.out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
	}

	private Console console() {
		return new Console(this.server, new PrintStream(this.out, true, StandardCharsets.UTF_8));
	}

}
