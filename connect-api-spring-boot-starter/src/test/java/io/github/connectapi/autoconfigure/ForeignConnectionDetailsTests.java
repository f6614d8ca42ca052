package io.github.connectapi.autoconfigure;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.TokenUri;
import io.github.connectapi.test.spring.WithFakeConnectServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestContextManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for a test with a fake server whose application has its own connection details.
 */
class ForeignConnectionDetailsTests {

	@Test
	void whenConnectionDetailsNameAnotherServerThenTheTestFails() {
		assertThatIllegalStateException().isThrownBy(() -> start(OtherServerTest.class))
			.havingRootCause()
			.withMessageStartingWith(
					"The bean 'details' of type ConnectConnectionDetails uses https://connect.gettyimages.com, but this test is annotated with @WithFakeConnectServer");
	}

	@Test
	void whenConnectionDetailsNameTheFakeServerThenTheTestStarts() {
		assertThat(start(SameServerTest.class)).isNotNull();
	}

	@Test
	void whenConnectionDetailsNameAnotherTokenUriThenTheTestFails() {
		assertThatIllegalStateException().isThrownBy(() -> start(OtherTokenUriTest.class))
			.havingRootCause()
			.withMessageStartingWith(
					"The bean 'details' of type ConnectConnectionDetails uses https://authentication.gettyimages.com/oauth2/token, but this test is annotated with @WithFakeConnectServer")
			.withMessageEndingWith("or let it return the property getty.connect.oauth2.token-uri.");
	}

	private static Object start(Class<?> testClass) {
		return new TestContextManager(testClass).getTestContext().getApplicationContext();
	}

	private static ConnectConnectionDetails details(String baseUrl) {
		return details(baseUrl, null);
	}

	private static ConnectConnectionDetails details(String baseUrl, @Nullable TokenUri tokenUri) {
		return new ConnectConnectionDetails() {
			@Override
			public BaseUrl getBaseUrl() {
				return BaseUrl.of(baseUrl);
			}

			@Override
			public @Nullable TokenUri getTokenUri() {
				return tokenUri;
			}

			@Override
			public ConnectCredentials getCredentials() {
				return ConnectCredentials.of("system", "password", "user", "password");
			}
		};
	}

	@SpringBootTest(classes = OtherServerTest.App.class)
	@WithFakeConnectServer
	static class OtherServerTest {

		@Configuration(proxyBeanMethods = false)
		@EnableAutoConfiguration
		static class App {

			@Bean
			ConnectConnectionDetails details() {
				return ForeignConnectionDetailsTests.details(BaseUrl.DEFAULT);
			}

		}

	}

	@SpringBootTest(classes = OtherTokenUriTest.App.class)
	@WithFakeConnectServer
	static class OtherTokenUriTest {

		@Configuration(proxyBeanMethods = false)
		@EnableAutoConfiguration
		static class App {

			@Bean
			ConnectConnectionDetails details(Environment environment) {
				return ForeignConnectionDetailsTests.details(environment.getRequiredProperty("getty.connect.base-url"),
						TokenUri.of(TokenUri.DEFAULT));
			}

		}

	}

	@SpringBootTest(classes = SameServerTest.App.class)
	@WithFakeConnectServer
	static class SameServerTest {

		@Configuration(proxyBeanMethods = false)
		@EnableAutoConfiguration
		static class App {

			@Bean
			ConnectConnectionDetails details(Environment environment) {
				return ForeignConnectionDetailsTests.details(environment.getRequiredProperty("getty.connect.base-url"));
			}

		}

	}

}
