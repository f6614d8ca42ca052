package io.github.connectapi.autoconfigure.rest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClient;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.autoconfigure.FakeApplication;
import io.github.connectapi.rest.ConnectRestAccess;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ConnectRestAutoConfiguration}.
 */
class ConnectRestAutoConfigurationTests {

	private final FakeConnectServer server = FakeConnectServer.start();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenTheSessionIsOfOAuth2ThenThereIsAnAccess() {
		FakeApplication.ofOAuth2(this.server).run((context) -> {
			ConnectRestAccess access = context.getBean(ConnectRestAccess.class);
			assertThat(access.baseUrl()).hasToString(this.server.baseUrl());
			RestClient rest = RestClient.builder().apply(access).build();
			rest.get().uri("/").exchange((request, response) -> "any response");
			assertThat(this.server.count(FakeConnectServer.TOKEN_REQUEST)).isOne();
		});
	}

	@Test
	void whenThereIsNoUserThenThereIsAnAccess() {
		FakeApplication.ofOAuth2Application(this.server)
			.run((context) -> assertThat(context).hasSingleBean(ConnectRestAccess.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "OAUTH2", "OAuth2", "o-auth2" })
	void whenTheTypeIsSpelledInAnotherWayThenThereIsAnAccess(String type) {
		FakeApplication.ofOAuth2(this.server)
			.withPropertyValues("getty.connect.session.type=" + type)
			.run((context) -> assertThat(context).hasSingleBean(ConnectRestAccess.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "canary key", "canary\u00e4" })
	void whenTheApiKeyCannotBeSentInAHeaderThenTheStartFails(String apiKey) {
		FakeApplication.ofOAuth2(this.server)
			.withPropertyValues("getty.connect.api-key=" + apiKey)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.message()
				.contains("API key must be ASCII without spaces")
				.doesNotContain("canary"));
	}

	@Test
	void whenABeanSuppliesTheCredentialsThenTheKeyAloneIsEnough() {
		ConnectCredentials credentials = ConnectCredentials.ofOAuth2(FakeConnectServerBuilder.API_KEY,
				FakeConnectServerBuilder.API_SECRET, FakeConnectServerBuilder.USER_NAME,
				FakeConnectServerBuilder.USER_PASSWORD);
		FakeApplication.bare()
			.withBean(ConnectCredentialsProvider.class, () -> () -> credentials)
			.withPropertyValues("getty.connect.base-url=" + this.server.baseUrl(),
					"getty.connect.rest.base-url=" + this.server.baseUrl(),
					"getty.connect.oauth2.token-uri=" + this.server.tokenUri(),
					"getty.connect.api-key=" + FakeConnectServerBuilder.API_KEY)
			.run((context) -> {
				RestClient rest = RestClient.builder().apply(context.getBean(ConnectRestAccess.class)).build();
				String page = rest.get().uri("/v3/search/images/creative?phrase=tree").retrieve().body(String.class);
				assertThat(page).contains("result_count");
			});
	}

	@Test
	void whenTheSessionIsOfConnectThenThereIsNoAccess() {
		FakeApplication.of(this.server)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ConnectRestAccess.class));
	}

	@Test
	void whenDisabledThenThereIsNoAccess() {
		FakeApplication.ofOAuth2(this.server)
			.withPropertyValues("getty.connect.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ConnectRestAccess.class));
	}

	@Test
	void whenTheApplicationHasAnAccessThenItIsUsed() {
		FakeApplication.ofOAuth2(this.server)
			.withBean("own", ConnectRestAccess.class, () -> mock(ConnectRestAccess.class))
			.run((context) -> assertThat(context).getBeanNames(ConnectRestAccess.class).containsExactly("own"));
	}

	@Test
	void whenTheApplicationHasTwoManagersThenItDecidesWhichOneIsUsed() {
		FakeApplication.ofOAuth2(this.server)
			.withBean("first", ConnectSessionManager.class, () -> mock(ConnectSessionManager.class))
			.withBean("second", ConnectSessionManager.class, () -> mock(ConnectSessionManager.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ConnectRestAccess.class));
	}

	@Test
	void whenTheContextIsClosedThenTheAccessIsClosed() {
		FakeApplication.ofOAuth2(this.server).run((context) -> {
			RestClient rest = RestClient.builder().apply(context.getBean(ConnectRestAccess.class)).build();
			((ConfigurableApplicationContext) context.getSourceApplicationContext()).close();
			assertThat(catchMessage(rest)).contains("closed");
		});
	}

	private static String catchMessage(RestClient rest) {
		try {
			return String.valueOf(rest.get().uri("/").retrieve().toBodilessEntity());
		}
		catch (RuntimeException ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	@ParameterizedTest
	@CsvSource({ "http://api.example, must begin with https://",
			"https://user:canary@api.example, must not contain a user",
			"https://api.example?key=canary, must not contain a query", "ftp://api.example, must begin with https://",
			"'', is blank" })
	void whenTheBaseUrlIsInvalidThenTheStartFails(String url, String reason) {
		FakeApplication.ofOAuth2(this.server)
			.withPropertyValues("getty.connect.rest.base-url=" + url)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.message()
				.contains("getty.connect.rest.base-url", reason)
				.doesNotContain("canary"));
	}

}
