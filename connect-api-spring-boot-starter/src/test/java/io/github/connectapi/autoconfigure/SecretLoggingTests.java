package io.github.connectapi.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests that no secret is logged, even at the trace level.
 */
@ExtendWith(OutputCaptureExtension.class)
class SecretLoggingTests {

	private static final List<String> CANARIES = List.of("canary-of-the-system", "canary-of-the-user");

	@AfterEach
	void resetLogLevel() {
		LoggingSystem.get(getClass().getClassLoader()).setLogLevel("ROOT", LogLevel.INFO);
	}

	@Test
	void whenEverythingIsLoggedThenTheLogContainsNoSecret(CapturedOutput output) {
		try (FakeConnectServer server = FakeConnectServer.builder()
			.system("system", CANARIES.get(0))
			.user("user", CANARIES.get(1), "1")
			.start(); var context = SpringApplication.run(App.class, arguments(server))) {
			var session = context.getBean(ConnectSessionManager.class).getSession();
			List<String> secrets = Stream
				.concat(CANARIES.stream(),
						Stream.of(session.token().reveal(), session.secureToken().orElseThrow().reveal()))
				.toList();
			assertThat(output).contains("TRACE").contains("Connect session created");
			assertContainsNone(output, secrets);
		}
	}

	@Test
	void whenTheSessionIsOfOAuth2ThenTheLogContainsNoSecret(CapturedOutput output) {
		try (FakeConnectServer server = FakeConnectServer.builder()
			.apiKey("key", CANARIES.get(0))
			.user("user", CANARIES.get(1), "1")
			.start(); var context = SpringApplication.run(App.class, oauth2Arguments(server))) {
			var session = context.getBean(ConnectSessionManager.class).getSession();
			List<String> secrets = Stream
				.concat(CANARIES.stream(),
						Stream.of(session.token().reveal(), session.refreshToken().orElseThrow().reveal()))
				.toList();
			await().untilAsserted(() -> assertThat(output).contains("TRACE").contains("Connect session created"));
			assertContainsNone(output, secrets);
		}
	}

	private static String[] oauth2Arguments(FakeConnectServer server) {
		return Stream
			.concat(server.oauth2Properties().entrySet().stream().map((entry) -> "--" + entry),
					Stream.of("--logging.level.root=TRACE", "--debug", "--getty.connect.session.startup=required"))
			.toArray(String[]::new);
	}

	private static void assertContainsNone(CapturedOutput output, List<String> secrets) {
		for (String secret : secrets) {
			byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
			assertThat(output.getAll().toLowerCase()).doesNotContain(secret.toLowerCase(),
					Base64.getEncoder().withoutPadding().encodeToString(bytes).toLowerCase(),
					HexFormat.of().formatHex(bytes));
		}
	}

	private static String[] arguments(FakeConnectServer server) {
		return new String[] { "--logging.level.root=TRACE", "--debug", "--getty.connect.base-url=" + server.baseUrl(),
				"--getty.connect.system-id=system", "--getty.connect.system-password=" + CANARIES.get(0),
				"--getty.connect.user-name=user", "--getty.connect.user-password=" + CANARIES.get(1),
				"--getty.connect.session.startup=required" };
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class App {

	}

}
