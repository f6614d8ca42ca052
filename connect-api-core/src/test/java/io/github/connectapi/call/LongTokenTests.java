package io.github.connectapi.call;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens of maximum length, received from and sent to a server.
 */
@Timeout(60)
class LongTokenTests {

	private static final String TOKEN = "aB3+/=|#".repeat(2048);

	private final CallFixture fixture = CallFixture.create();

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenTokensAreOfMaximumLengthThenTheyAreSent() {
		this.fixture.server.enqueue("CreateSession",
				Fault.normal().set("/CreateSessionResult/Token", TOKEN).set("/CreateSessionResult/SecureToken", TOKEN));
		this.fixture.server.always("GetCountries",
				Fault.normal().set("/ResponseHeader/Status", "success").set("/GetCountriesResult", Map.of()));
		this.fixture.connect.call(ConnectOperations.GET_COUNTRIES, Map.of());
		this.fixture.manager.renew();
		assertThat(lengthOf("GetCountries")).isBetween(TOKEN.length(), TOKEN.length() + 500);
		assertThat(lengthOf("RenewSession")).isBetween(TOKEN.length(), TOKEN.length() + 500);
	}

	/** The server records no token. */
	private int lengthOf(String operation) {
		return Integer.parseInt(this.fixture.server.requests(operation).get(0).header("Content-Length"));
	}

}
