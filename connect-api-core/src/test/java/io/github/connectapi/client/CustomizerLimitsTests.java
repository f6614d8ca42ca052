package io.github.connectapi.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.support.HttpRequestWrapper;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.web.client.RestClient;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Changes that a customizer cannot make.
 */
@Timeout(60)
class CustomizerLimitsTests {

	private static final String PATH = "/v1/session/CreateSession";

	private static final FakeConnectServer elsewhere = FakeConnectServer.start();

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	@AfterAll
	static void closeElsewhere() {
		elsewhere.close();
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	static Stream<Named<ClientHttpRequestInterceptor>> invalidRequests() {
		return Stream.of(to("another port", elsewhere.baseUrl() + PATH),
				to("another host", elsewhere.baseUrl().replace("127.0.0.1", "localhost") + PATH),
				to("another scheme", elsewhere.secureBaseUrl() + PATH), to("no address", "file:/etc/passwd"),
				Named.of("another path", changed((request) -> new HttpRequestWrapper(request) {
					@Override
					public URI getURI() {
						return request.getURI().resolve("/v1/session/Elsewhere");
					}
				})), Named.of("another method", changed((request) -> new HttpRequestWrapper(request) {
					@Override
					public HttpMethod getMethod() {
						return HttpMethod.PUT;
					}
				})), Named.of("without its attributes", (request, body, execution) -> {
					request.getAttributes().clear();
					return execution.execute(request, body);
				}), header("Host", "elsewhere"), header("Connection", "upgrade"), header("Expect", "100-continue"),
				header("X-Key", "canary\r\nHost: elsewhere"), header("X Key", "canary"));
	}

	@ParameterizedTest
	@MethodSource("invalidRequests")
	void whenAnInterceptorChangesTheRequestThenNothingIsSent(ClientHttpRequestInterceptor interceptor) {
		try (ConnectClient client = client((builder) -> builder.requestInterceptor(interceptor))) {
			ConnectApiException failure = ClientFixture.failure(client);
			assertThat(failure).isExactlyInstanceOf(ConnectUnavailableException.class)
				.hasMessageContaining("a customizer")
				.hasMessageNotContaining("canary");
			assertThat(failure.isTransient()).isFalse();
			assertThat(failure.coordinationId()).isPresent();
		}
		assertThat(this.server.requests()).isEmpty();
		assertThat(elsewhere.requests()).isEmpty();
	}

	@Test
	void whenAnInterceptorSendsTheRequestTwiceThenTheServerReceivesItOnce() {
		this.server.enqueue("CreateSession", Fault.status(503));
		try (ConnectClient client = client((builder) -> builder.requestInterceptor((request, body, execution) -> {
			execution.execute(request, body).close();
			return execution.execute(request, body);
		}))) {
			assertThat(ClientFixture.failure(client)).isExactlyInstanceOf(ConnectUnavailableException.class)
				.hasMessageContaining("again");
		}
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void whenACustomizerSetsAnotherUriThenItHasNoEffect() {
		call((builder) -> builder
			.defaultRequest((spec) -> ((RestClient.RequestBodyUriSpec) spec).uri(elsewhere.baseUrl() + PATH)));
	}

	@Test
	void whenACustomizerReplacesTheMessageConvertersThenItHasNoEffect() {
		call((builder) -> builder.configureMessageConverters(
				(converters) -> converters.disableDefaults().addCustomConverter(new NoConverter())));
	}

	@Test
	void whenAnInterceptorReturnsAnEndlessBodyThenReadingEndsAtTheLimit() {
		try (ConnectClient client = client(
				(builder) -> builder.requestInterceptor((request, body, execution) -> new EndlessResponse()))) {
			assertThat(ClientFixture.failure(client)).isExactlyInstanceOf(ConnectProtocolException.class)
				.hasMessageContaining("65536 bytes");
		}
	}

	private void call(ConnectClientCustomizer customizer) {
		try (ConnectClient client = client(customizer)) {
			assertThat(this.server.accepts(ClientFixture.create(client).token().reveal())).isTrue();
		}
		assertThat(this.server.requests()).hasSize(1);
		assertThat(elsewhere.requests()).isEmpty();
	}

	private ConnectClient client(ConnectClientCustomizer customizer) {
		return ConnectClient.builder(BaseUrl.of(this.server.baseUrl()))
			.responseTimeout(ClientFixture.LONG)
			.customizer(customizer)
			.build();
	}

	private static Named<ClientHttpRequestInterceptor> to(String name, String address) {
		return Named.of(name, changed((request) -> new HttpRequestWrapper(request) {
			@Override
			public URI getURI() {
				return URI.create(address);
			}
		}));
	}

	private static Named<ClientHttpRequestInterceptor> header(String name, String value) {
		return Named.of("header " + name, (request, body, execution) -> {
			request.getHeaders().set(name, value);
			return execution.execute(request, body);
		});
	}

	private static ClientHttpRequestInterceptor changed(UnaryOperator<HttpRequest> change) {
		return (request, body, execution) -> execution.execute(change.apply(request), body);
	}

	private static final class NoConverter extends StringHttpMessageConverter {

		@Override
		public boolean supports(Class<?> type) {
			throw new IllegalStateException("converted");
		}

	}

	private static final class EndlessResponse implements ClientHttpResponse {

		@Override
		public HttpStatusCode getStatusCode() {
			return HttpStatus.OK;
		}

		@Override
		public String getStatusText() {
			return "";
		}

		@Override
		public HttpHeaders getHeaders() {
			return new HttpHeaders();
		}

		@Override
		public InputStream getBody() {
			return new InputStream() {
				@Override
				public int read() throws IOException {
					return ' ';
				}
			};
		}

		@Override
		public void close() {
			// Nothing is open.
		}

	}

}
