package io.github.connectapi.test.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class FakeConnectMainTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@Test
	void whenHelpIsRequestedThenAllArgumentsAreListed() throws Exception {
		assertThat(run("--help")).isZero();
		assertThat(text(this.out)).contains("--port=", "--https-port=", "--require-https=", "--ca-file=",
				"--system-id=", "--system-password=", "--user-name=", "--user-password=", "--lifetime-minutes=",
				"--run-for=", "--cors=", "--lock-account-after=", "--empty-pages-as-errors=", "--api-key=",
				"--api-secret=");
	}

	@Test
	void whenStartedThenBannerShowsBaseUrlsOperationsAndExample() throws Exception {
		assertThat(run("--run-for=PT0S")).isZero();
		assertThat(text(this.out)).containsPattern("http://127.0.0.1:\\d+")
			.containsPattern("https://127.0.0.1:\\d+")
			.contains("/v1/session/\n", "RenewSession", "curl -sS http://127.0.0.1:", "\"fake-user-password\"",
					"GET /v3/images/{id}", "API key fake-key, API secret fake-secret");
		assertThat(text(this.out).lines()).allMatch((line) -> line.length() <= 115);
		assertThat(text(this.err)).isEmpty();
	}

	@Test
	void whenHttpsIsRequiredThenCommandsUseIt(@TempDir Path directory) throws Exception {
		Path file = directory.resolve("ca.pem");
		assertThat(run("--run-for=PT0S", "--require-https=true", "--ca-file=" + file)).isZero();
		assertThat(text(this.out)).contains("getty.connect.base-url=https://127.0.0.1:");
		assertThat(text(this.out).lines().filter((line) -> line.contains("curl "))).hasSize(5)
			.allMatch((line) -> line.contains("curl -sS --cacert '%s' ".formatted(file)))
			.noneMatch((line) -> line.contains("http:"));
	}

	@Test
	void whenHttpsIsRequiredWithoutCaFileThenBannerNamesTheArgument() throws Exception {
		assertThat(run("--run-for=PT0S", "--require-https=true")).isZero();
		assertThat(text(this.out)).contains("curl -sS --cacert 'ca.pem' https://",
				"authority: --ca-file=ca.pem writes");
	}

	@Test
	void whenPasswordsAreGivenThenTheyAreNotPrinted() throws Exception {
		assertThat(run("--run-for=PT0S", "--user-name=me", "--user-password=canary-1", "--system-password=canary-2",
				"--api-secret=canary-3"))
			.isZero();
		assertThat(text(this.out)).contains("\"UserName\": \"me\"", "\"***\"").doesNotContain("canary");
	}

	@ParameterizedTest
	@CsvSource({ "--port=abc,--port must be a number from 0 to 65535", "--port=70000,--port must be a number",
			"--lifetime-minutes=0,--lifetime-minutes must be a number from 1",
			"--run-for=10,--run-for must be a duration", "--run-for=PT-1S,--run-for must be a duration",
			"--run-for=PT2562047788015215H,--run-for must be a duration",
			"--require-https=yes,--require-https must be true or false", "--cors=1,--cors must be true or false",
			"--empty-pages-as-errors=no,--empty-pages-as-errors must be true or false",
			"--lock-account-after=-1,--lock-account-after must be a number from 0",
			"--user-password,--user-password requires a value", "--prot=1,Unknown argument '--prot'",
			"port,Unknown argument 'port'" })
	void whenArgumentIsInvalidThenErrorIsPrintedAndStatusIs2(String argument, String message) throws Exception {
		assertThat(run(argument)).isEqualTo(2);
		assertThat(text(this.err)).startsWith(message).contains("--help").doesNotContain("\tat ");
		assertThat(text(this.out)).isEmpty();
	}

	@Test
	void whenArgumentIsGivenTwiceThenItIsInvalid() throws Exception {
		assertThat(run("--port=1", "--port=2")).isEqualTo(2);
		assertThat(text(this.err)).contains("--port must not be specified twice");
	}

	@Test
	void whenArgumentIsUnknownThenItsValueIsNotPrinted() throws Exception {
		run("--user-pasword=canary");
		assertThat(text(this.err)).doesNotContain("canary");
	}

	@Test
	void whenPortIsInUseThenStatusIs1() throws Exception {
		try (ServerSocket socket = new ServerSocket(0)) {
			assertThat(run("--port=" + socket.getLocalPort())).isEqualTo(1);
			assertThat(text(this.err)).contains("Failed to start the fake Connect API").doesNotContain("\tat ");
		}
	}

	@Test
	void whenHttpsPortIsInUseThenMessageNamesIt() throws Exception {
		try (ServerSocket socket = new ServerSocket(0)) {
			assertThat(run("--https-port=" + socket.getLocalPort())).isEqualTo(1);
			assertThat(text(this.err)).contains("port %s cannot be opened".formatted(socket.getLocalPort()));
		}
	}

	@Test
	void whenSettingsAreGivenThenTheyAreValid() throws Exception {
		assertThat(run("--run-for=PT0S", "--cors=true", "--lock-account-after=3")).isZero();
	}

	@Test
	void whenInputEndsThenServerRunsUntilItsTimeIsOver() throws Exception {
		long start = System.nanoTime();
		assertThat(run("--run-for=PT0.3S")).isZero();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
	}

	@Test
	void whenCaFileIsGivenThenCertificateAuthorityIsWritten(@TempDir Path directory) throws Exception {
		Path file = directory.resolve("ca.pem");
		assertThat(run("--run-for=PT0S", "--ca-file=" + file)).isZero();
		assertThat(Files.readString(file)).startsWith("-----BEGIN CERTIFICATE-----");
		assertThat(text(this.out)).contains(file.toString());
	}

	private int run(String... arguments) throws InterruptedException {
		return FakeConnectMain.run(InputStream.nullInputStream(),
				new PrintStream(this.out, true, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8), arguments);
	}

	private static String text(ByteArrayOutputStream stream) {
		return stream.toString(StandardCharsets.UTF_8);
	}

}
