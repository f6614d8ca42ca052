package io.github.connectapi.client;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.Secret;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server that repeats what it was sent.
 */
@Timeout(60)
class SecretRedactorTests {

	private static final String SAID = "no fake-system-password, no 'fake-user-password', no <any>";

	@ParameterizedTest
	@EnumSource
	void whenTheServerRepeatsSecretsThenTheyAreMasked(SessionOperation operation) {
		try (FakeConnectServer server = FakeConnectServer.builder().https(false).start();
				ConnectClient client = Wire.client(server)) {
			server.enqueue(operation.toString(), Fault.error("SystemError", SAID),
					Fault.status(500).header("X-Error-Detail", SAID));
			assertMasked(Wire.failure(client, operation), operation);
			assertMasked(Wire.failure(client, operation), operation);
		}
	}

	@ParameterizedTest
	@CsvSource({ "no pass+(word,no ******", "pass+(word,******", "pass+(words,pass+(words", "pass,pass" })
	void whenASecretStandsByItselfThenItIsMasked(String text, String masked) {
		assertThat(SecretRedactor.of(null, ConnectCredentials.ofApplication("system", "pass+(word")).mask(text))
			.isEqualTo(masked);
	}

	@Test
	void whenAPasswordIsPartOfACodeThenTheCodeStays() {
		SecretRedactor redactor = SecretRedactor.of(Secret.of("System"),
				ConnectCredentials.ofApplication("system", "Error"));
		assertThat(redactor.mask("SystemError")).isEqualTo("SystemError");
	}

	private static void assertMasked(ConnectApiException failure, SessionOperation operation) {
		assertThat(failure.getMessage() + failure.failure()).contains("no ******, no '")
			.doesNotContain("system-password");
		if (operation == SessionOperation.RENEW_SESSION) {
			assertThat(failure.getMessage()).contains("no <******>");
		}
		assertThat(failure.getMessage() + failure.failure()).doesNotContain("'fake-user-password'");
	}

}
