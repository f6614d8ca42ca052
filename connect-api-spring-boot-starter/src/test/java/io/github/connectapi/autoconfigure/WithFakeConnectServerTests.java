package io.github.connectapi.autoconfigure;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.TestContextManager;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.spring.WithFakeConnectServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for tests with a fake server whose application has a session of any type, and no
 * credentials.
 */
class WithFakeConnectServerTests {

	@Test
	void whenTheSessionIsOfOAuth2ThenItIsOfAUser() {
		assertThat(requestsOf(OAuth2Test.class)).isEqualTo("password");
	}

	@Test
	void whenTheSessionIsOfOAuth2WithoutAUserThenItIsOfAnApplication() {
		assertThat(requestsOf(OAuth2ApplicationTest.class)).isEqualTo("client_credentials");
	}

	@Test
	void whenTheSessionIsOfAnApplicationThenItHasNoUser() {
		assertThat(requestsOf(ApplicationTest.class)).isEqualTo("CreateApplicationSession");
	}

	@Test
	void whenAProviderReturnsCredentialsOfOAuth2ThenTheyAreSentToTheFakeServer() {
		assertThat(requestsOf(ProviderTest.class)).isEqualTo("client_credentials");
	}

	private static String requestsOf(Class<?> testClass) {
		ApplicationContext context = new TestContextManager(testClass).getTestContext().getApplicationContext();
		context.getBean(ConnectSessionManager.class).getSession();
		FakeConnectServer server = context.getBean(FakeConnectServer.class);
		assertThat(server.requests()).hasSize(1);
		return FakeApplication.grants(server)
			.stream()
			.findFirst()
			.orElseGet(() -> server.requests().get(0).operation());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class App {

	}

	@SpringBootTest(classes = App.class, properties = "getty.connect.session.type=oauth2")
	@WithFakeConnectServer
	static class OAuth2Test {

	}

	@SpringBootTest(classes = App.class, properties = "getty.connect.session.type=oauth2")
	@WithFakeConnectServer(user = false)
	static class OAuth2ApplicationTest {

	}

	@SpringBootTest(classes = App.class, properties = "getty.connect.session.type=application")
	@WithFakeConnectServer
	static class ApplicationTest {

	}

	@SpringBootTest(classes = ProviderTest.Provider.class)
	@WithFakeConnectServer
	static class ProviderTest {

		@Configuration(proxyBeanMethods = false)
		@EnableAutoConfiguration
		static class Provider {

			@Bean
			ConnectCredentialsProvider provider() {
				return () -> ConnectCredentials.ofOAuth2Application(FakeConnectServerBuilder.API_KEY,
						FakeConnectServerBuilder.API_SECRET);
			}

		}

	}

}
