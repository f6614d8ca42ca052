package io.github.connectapi.client;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.Secret;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ConnectClientBuilderTests {

	private final ConnectClientBuilder builder = ConnectClient.builder(BaseUrl.of(BaseUrl.DEFAULT));

	@Test
	void whenNothingIsSetThenTheDocumentedTimeoutsApply() {
		assertThat(this.builder.connectTimeout).isEqualTo(Duration.ofSeconds(5));
		assertThat(this.builder.responseTimeout).isEqualTo(Duration.ofSeconds(10));
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT-1S", "PT24H0.001S" })
	void whenATimeoutIsOutOfRangeThenItIsRejectedByName(Duration timeout) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.connectTimeout(timeout))
			.withMessageContaining("connect timeout");
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.responseTimeout(timeout))
			.withMessageContaining("response timeout");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0.001S", "PT24H" })
	void whenATimeoutIsAtTheLimitThenItIsAccepted(Duration timeout) {
		assertThat(this.builder.connectTimeout(timeout).responseTimeout(timeout)).isSameAs(this.builder);
	}

	@Test
	void whenTheUserNameForAProxyContainsAColonThenItIsRejected() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.builder.proxyCredentials("user:canary-7", Secret.of("canary-7")))
			.withMessageNotContaining("canary-7");
	}

	@Test
	void whenAClockIsGivenThenDatesAreComparedWithIt() {
		try (FakeConnectServer server = FakeConnectServer.builder().https(false).start();
				ConnectClient client = ConnectClient.builder(BaseUrl.of(server.baseUrl()))
					.clock(() -> ResponseFixture.NOW)
					.build()) {
			server.enqueue("CreateSession", Fault.status(503).retryAfter("Mon, 01 Jun 2015 12:00:07 GMT"));
			assertThat(ClientFixture.failure(client).retryAfter()).hasValue(Duration.ofSeconds(7));
		}
	}

}
