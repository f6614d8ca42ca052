package io.github.connectapi.session;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;

import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectSession;
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

	@Test
	void whenTheMachineSleepsBeforeTheAnswerIsHandedOverThenTheCallerGetsAnotherSession() throws Exception {
		AtomicInteger grants = new AtomicInteger();
		try (ConnectSessionManager manager = sleepingIn(grants)) {
			assertThat(this.fixture.server.accepts(manager.getSession().token().reveal())).isTrue();
			assertThat(manager.snapshot().generation()).isEqualTo(2);
		}
		grants.set(0);
		try (ConnectSessionManager manager = sleepingIn(grants)) {
			ConnectSession session = manager.getSessionAsync().toCompletableFuture().get(20, TimeUnit.SECONDS);

			assertThat(this.fixture.server.accepts(session.token().reveal())).isTrue();
		}
	}

	/** After the session was looked at, and before it is published. */
	private ConnectSessionManager sleepingIn(AtomicInteger grants) {
		return this.fixture.builder(this.fixture.credentials::get).random(() -> {
			if (grants.getAndIncrement() == 0) {
				this.fixture.time.suspend(Duration.ofHours(1));
			}
			return 0.5;
		}).build();
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
