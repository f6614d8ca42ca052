package io.github.connectapi.integration.security;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.client.RestClient;

import io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration;
import io.github.connectapi.autoconfigure.rest.ConnectRestAutoConfiguration;
import io.github.connectapi.rest.ConnectRestAccess;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.ReceivedRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests that no HTTP client of the application sends the API key and the token of a
 * {@link ConnectRestAccess}, wherever a redirect leads.
 */
class RestAccessFactoriesTests {

	private static final int[] STATUSES = { 301, 302, 303, 307, 308 };

	private final FakeConnectServer server = FakeConnectServer.start();

	private final FakeConnectServer otherServer = FakeConnectServer.start();

	@AfterEach
	void close() {
		this.server.close();
		this.otherServer.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jetty", "reactor", "jdk", "simple" })
	void whenTheRequestFactoryIsReplacedThenNoCredentialsAreSent(String factory) {
		application(factory).run((context) -> {
			RestClient rest = context.getBean(RestClient.Builder.class)
				.apply(context.getBean(ConnectRestAccess.class))
				.requestFactory(context.getBean(ClientHttpRequestFactoryBuilder.class).build())
				.build();
			for (int status : STATUSES) {
				redirect(status);
				assertThatIllegalStateException().isThrownBy(() -> get(rest))
					.withMessageContaining("is not that of ConnectRestAccess");
			}
			assertThat(this.server.requests("GetImage")).hasSize(STATUSES.length);
			// Not each client follows each status.
			assertThat(this.otherServer.requests()).isNotEmpty();
			String token = context.getBean(ConnectSessionManager.class).getSession().token().reveal();
			assertNoCredentials(this.server.requests("GetImage"), token);
			assertNoCredentials(this.otherServer.requests(), token);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jetty", "reactor", "jdk", "simple" })
	void whenTheApplicationHasAnotherClientThenTheAccessFollowsNoRedirect(String factory) {
		application(factory).run((context) -> {
			RestClient rest = context.getBean(RestClient.Builder.class)
				.apply(context.getBean(ConnectRestAccess.class))
				.build();
			for (int status : STATUSES) {
				redirect(status);
				assertThat(get(rest)).isEqualTo(status);
			}
			assertThat(this.server.requests("GetImage")).hasSize(STATUSES.length)
				.allSatisfy((request) -> assertThat(request.header("Api-Key")).isNotNull());
			assertThat(this.otherServer.requests()).isEmpty();
		});
	}

	private void redirect(int status) {
		this.server.always("GetImage", Fault.redirect(status, this.otherServer.baseUrl() + "/v3/images/1"));
	}

	private static int get(RestClient rest) {
		return rest.get()
			.uri("/v3/images/1")
			.exchangeForRequiredValue((request, response) -> response.getStatusCode().value());
	}

	private static void assertNoCredentials(List<ReceivedRequest> requests, String token) {
		assertThat(requests).allSatisfy((request) -> {
			assertThat(request.header("Api-Key")).isNull();
			assertThat(request.header("Authorization")).isNull();
			assertThat(request.headers().toString()).doesNotContain(FakeConnectServerBuilder.API_KEY, token);
		});
	}

	private ApplicationContextRunner application(String factory) {
		List<String> properties = new ArrayList<>(
				List.of("spring.http.clients.imperative.factory=" + factory, "spring.http.clients.redirects=follow"));
		this.server.oauth2Properties().forEach((name, value) -> properties.add(name + "=" + value));
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, HttpClientAutoConfiguration.class,
					ImperativeHttpClientAutoConfiguration.class, RestClientAutoConfiguration.class,
					GettyConnectAutoConfiguration.class, ConnectRestAutoConfiguration.class))
			.withPropertyValues(properties.toArray(String[]::new));
	}

}
