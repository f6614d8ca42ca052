package io.github.connectapi.session;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;

import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.ConnectSessionSnapshot.State;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An exchange that no interrupt ends, and whose answer comes when nobody wants it.
 */
class LateResultTests {

	private final SessionFixture fixture = SessionFixture.create();

	private final ConnectClient client = ConnectClient.builder(BaseUrl.of(this.fixture.server.baseUrl()))
		.customizer((builder) -> builder.requestInterceptor(this::exchange))
		.build();

	private final ConnectSessionManager manager = this.fixture.builder(this.client, this.fixture.credentials::get)
		.build();

	private Runnable meanwhile = () -> {
	};

	@AfterEach
	void close() {
		this.manager.close();
		this.client.close();
		this.fixture.close();
	}

	@Test
	void whenALoginAnswersAfterTheCloseThenItsResultIsDiscarded() {
		this.meanwhile = this.manager::close;

		assertThatExceptionOfType(ConnectClosedException.class).isThrownBy(this.manager::getSession);
		assertNothingIsServedAfterClose(1);
	}

	@Test
	void whenARenewalAnswersAfterTheCloseThenItsResultIsDiscarded() {
		this.manager.getSession();
		this.fixture.time.advance(Duration.ofMinutes(1));
		this.meanwhile = this.manager::close;
		this.manager.renew();

		assertNothingIsServedAfterClose(2);
	}

	@Test
	void whenALoginAnswersAfterItsDeadlineThenItsResultIsDiscarded() {
		this.meanwhile = () -> this.fixture.time.advance(Duration.ofSeconds(31));

		assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(this.manager::getSession)
			.withMessageContaining("did not end within");
		assertThat(this.manager.snapshot().state()).isEqualTo(State.FAILED);
		assertThat(this.manager.snapshot().acquiring()).isFalse();
		assertThat(this.fixture.server.requests()).hasSize(1);
	}

	private void assertNothingIsServedAfterClose(int requests) {
		assertThatExceptionOfType(ConnectClosedException.class).isThrownBy(this.manager::getSession);
		assertThat(this.manager.snapshot().state()).isEqualTo(State.CLOSED);
		assertThat(this.fixture.server.requests()).hasSize(requests);
	}

	private ClientHttpResponse exchange(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		ClientHttpResponse response = execution.execute(request, body);
		this.meanwhile.run();
		Thread.interrupted();
		return response;
	}

}
