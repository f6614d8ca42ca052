package io.github.connectapi.client;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class RedirectTests {

	private static final String PATH = "/v1/session/CreateSession";

	private final FakeConnectServer target = FakeConnectServer.start();

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final ConnectClient client = ClientFixture.client(this.server);

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
		this.target.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 300, 301, 302, 303, 304, 305, 307, 308 })
	void whenRedirectedThenNothingIsSentThere(int status) {
		for (String location : new String[] { this.target.baseUrl() + PATH, this.target.secureBaseUrl() + PATH,
				this.server.baseUrl() + "/elsewhere", "/elsewhere", "file:///etc/passwd", "%%%" }) {
			this.server.clearRequests();
			this.server.enqueue("CreateSession", Fault.redirect(status, location));
			ConnectApiException failure = ClientFixture.failure(this.client);
			assertThat(failure).isExactlyInstanceOf(ConnectOperationException.class)
				.hasMessageContaining("HTTP " + status);
			assertThat(failure.isTransient()).isFalse();
			assertThat(this.server.requests()).hasSize(1);
			assertThat(this.target.requests()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 307, 308 })
	void whenARenewalIsRedirectedThenTheTokenIsRejected(int status) {
		this.server.enqueue("RenewSession", Fault.redirect(status, this.target.baseUrl() + PATH));
		assertThat(ClientFixture.failure(this.client, SessionOperation.RENEW_SESSION))
			.isExactlyInstanceOf(ConnectTokenRejectedException.class);
		assertThat(this.target.requests()).isEmpty();
	}

}
