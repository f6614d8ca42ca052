package io.github.connectapi.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class CustomizerTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenACustomizerSetsAHeaderThenTheHeaderIsSent() {
		call((builder) -> builder.defaultHeader("X-Proxy-Key", "proxy"));
		assertThat(this.server.requests().get(0).header("X-Proxy-Key")).isEqualTo("proxy");
	}

	@Test
	void whenACustomizerAddsAnInterceptorThenItInterceptsTheExchange() {
		List<String> seen = new ArrayList<>();
		call((builder) -> builder.requestInterceptor((request, body, execution) -> {
			seen.add(request.getMethod() + " " + request.getURI().getPath());
			return execution.execute(request, body);
		}));
		assertThat(seen).containsExactly("POST /v1/session/CreateSession");
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void whenACustomizerBuffersContentThenTheExchangeSucceeds() {
		call((builder) -> builder.bufferContent((uri, method) -> true));
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void whenThereAreSeveralCustomizersThenTheyAreAppliedInOrder() {
		List<String> applied = new ArrayList<>();
		ConnectClient.builder(BaseUrl.of(this.server.baseUrl()))
			.customizer((builder) -> applied.add("first"))
			.customizer((builder) -> applied.add("second"))
			.build()
			.close();
		assertThat(applied).containsExactly("first", "second");
	}

	@Test
	void whenACustomizerReplacesTheTransportThenItHasNoEffect() {
		call((builder) -> builder.requestFactory((uri, method) -> {
			throw new IOException("replaced");
		}));
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void whenACustomizerSetsAnotherBaseUrlThenItHasNoEffect() {
		call((builder) -> builder.baseUrl("http://127.0.0.1:9/elsewhere"));
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void whenACustomizerHandlesStatusesThenAConnectApiExceptionIsThrown() {
		this.server.enqueue("CreateSession", Fault.status(500));
		try (ConnectClient client = client(
				(builder) -> builder.defaultStatusHandler((status) -> true, (request, response) -> {
					throw new IllegalStateException();
				}))) {
			assertThat(ClientFixture.failure(client)).isExactlyInstanceOf(ConnectUnavailableException.class);
		}
	}

	@Test
	void whenAnInterceptorFailsWithAnIoExceptionThenTheServerIsUnavailable() {
		try (ConnectClient client = client((builder) -> builder.requestInterceptor((request, body, execution) -> {
			throw new IOException("proxy down");
		}))) {
			assertThat(ClientFixture.failure(client)).isExactlyInstanceOf(ConnectUnavailableException.class);
		}
		assertThat(this.server.requests()).isEmpty();
	}

	private void call(ConnectClientCustomizer customizer) {
		try (ConnectClient client = client(customizer)) {
			assertThat(this.server.accepts(ClientFixture.create(client).token().reveal())).isTrue();
		}
	}

	private ConnectClient client(ConnectClientCustomizer customizer) {
		return ConnectClient.builder(BaseUrl.of(this.server.baseUrl()))
			.responseTimeout(ClientFixture.LONG)
			.customizer(customizer)
			.build();
	}

}
