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
 * A server that repeats the secrets of a request.
 */
@Timeout(60)
class SecretRedactorTests {

	private static final String MESSAGE = "no fake-system-password, no 'fake-user-password', no <any>";

	@ParameterizedTest
	@EnumSource
	void whenTheServerRepeatsSecretsThenTheyAreRedacted(SessionOperation operation) {
		try (FakeConnectServer server = FakeConnectServer.builder().https(false).start();
				ConnectClient client = ClientFixture.client(server)) {
			server.enqueue(operation.toString(), Fault.error("SystemError", MESSAGE),
					Fault.status(500).header("X-Error-Detail", MESSAGE));
			assertRedacted(ClientFixture.failure(client, operation), operation);
			assertRedacted(ClientFixture.failure(client, operation), operation);
		}
	}

	@ParameterizedTest
	@CsvSource({ "no pass+(word,no ******", "pass+(word,******", "pass+(words,pass+(words", "pass,pass" })
	void whenASecretIsAWholeWordThenItIsRedacted(String text, String redacted) {
		assertThat(SecretRedactor.of(null, ConnectCredentials.ofApplication("system", "pass+(word")).redact(text))
			.isEqualTo(redacted);
	}

	@Test
	void whenAPasswordIsPartOfACodeThenTheCodeIsKept() {
		SecretRedactor redactor = SecretRedactor.of(Secret.of("System"),
				ConnectCredentials.ofApplication("system", "Error"));
		assertThat(redactor.redact("SystemError")).isEqualTo("SystemError");
	}

	private static void assertRedacted(ConnectApiException failure, SessionOperation operation) {
		assertThat(failure.getMessage() + failure.failure()).contains("no ******, no '")
			.doesNotContain("system-password");
		if (operation == SessionOperation.RENEW_SESSION) {
			assertThat(failure.getMessage()).contains("no <******>");
		}
		assertThat(failure.getMessage() + failure.failure()).doesNotContain("'fake-user-password'");
	}

}
