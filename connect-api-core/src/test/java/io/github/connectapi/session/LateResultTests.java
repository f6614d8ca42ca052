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
 * Exchanges that ignore an interrupt, and whose response arrives too late.
 */
class LateResultTests {

	private final SessionFixture fixture = SessionFixture.create();

	private final ConnectClient client = ConnectClient.builder(BaseUrl.of(this.fixture.server.baseUrl()))
		.customizer((builder) -> builder.requestInterceptor(this::exchange))
		.build();

	private final ConnectSessionManager manager = this.fixture.builder(this.client, this.fixture.credentials::get)
		.build();

	private Runnable duringTheExchange = () -> {
	};

	@AfterEach
	void close() {
		this.manager.close();
		this.client.close();
		this.fixture.close();
	}

	@Test
	void whenALoginCompletesAfterTheCloseThenItsResultIsDiscarded() {
		this.duringTheExchange = this.manager::close;

		assertThatExceptionOfType(ConnectClosedException.class).isThrownBy(this.manager::getSession);
		assertClosed(1);
	}

	@Test
	void whenARenewalCompletesAfterTheCloseThenItsResultIsDiscarded() {
		this.manager.getSession();
		this.fixture.time.advance(Duration.ofMinutes(1));
		this.duringTheExchange = this.manager::close;
		this.manager.renew();

		assertClosed(2);
	}

	@Test
	void whenALoginCompletesAfterItsDeadlineThenItsResultIsDiscarded() {
		this.duringTheExchange = () -> this.fixture.time.advance(Duration.ofSeconds(31));

		assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(this.manager::getSession)
			.withMessageContaining("did not complete within");
		assertThat(this.manager.snapshot().state()).isEqualTo(State.FAILED);
		assertThat(this.manager.snapshot().acquiring()).isFalse();
		assertThat(this.fixture.server.requests()).hasSize(1);
	}

	@Test
	void whenTheMachineIsSuspendedBeforeTheResultIsPublishedThenTheCallerGetsAnotherSession() throws Exception {
		AtomicInteger acquisitions = new AtomicInteger();
		try (ConnectSessionManager manager = suspendedDuring(acquisitions)) {
			assertThat(this.fixture.server.accepts(manager.getSession().token().reveal())).isTrue();
			assertThat(manager.snapshot().generation()).isEqualTo(2);
		}
		acquisitions.set(0);
		try (ConnectSessionManager manager = suspendedDuring(acquisitions)) {
			ConnectSession session = manager.getSessionAsync().toCompletableFuture().get(20, TimeUnit.SECONDS);

			assertThat(this.fixture.server.accepts(session.token().reveal())).isTrue();
		}
	}

	/**
	 * The machine is suspended after the session was acquired and before it is published.
	 */
	private ConnectSessionManager suspendedDuring(AtomicInteger acquisitions) {
		return this.fixture.builder(this.fixture.credentials::get, () -> {
			if (acquisitions.getAndIncrement() == 0) {
				this.fixture.time.suspend(Duration.ofHours(1));
			}
			return 0.5;
		}).build();
	}

	private void assertClosed(int requests) {
		assertThatExceptionOfType(ConnectClosedException.class).isThrownBy(this.manager::getSession);
		assertThat(this.manager.snapshot().state()).isEqualTo(State.CLOSED);
		assertThat(this.fixture.server.requests()).hasSize(requests);
	}

	private ClientHttpResponse exchange(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		ClientHttpResponse response = execution.execute(request, body);
		this.duringTheExchange.run();
		Thread.interrupted();
		return response;
	}

}
