package io.github.connectapi.autoconfigure.endpoint;

import java.util.List;

import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.autoconfigure.FakeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;

import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ConnectSanitizingAutoConfiguration}.
 */
class ConnectSanitizingAutoConfigurationTests {

	@ParameterizedTest
	@ValueSource(strings = { "getty.connect.user-password", "getty.connect.userPassword",
			"getty.connect.system-password", "GETTY_USER_PASSWORD", "GETTY_CONNECT_USERPASSWORD",
			"GETTY_CONNECT_USER_PASSWORD", "getty.connect.system_password", "getty.connect.session.shared.secret",
			"GETTY_CONNECT_SESSION_SHARED_SECRET", "getty.connect.api-secret", "getty.connect.apiKey",
			"GETTY_CONNECT_API_SECRET", "GETTY_API_KEY" })
	void whenAKeyIsAConnectPasswordThenItsValueIsSanitized(String key) {
		assertThat(sanitized(key)).isEqualTo("******");
	}

	@ParameterizedTest
	@ValueSource(strings = { "getty.connect.user-name", "getty.connect.base-url", "spring.datasource.password",
			"getty.connect.session.shared.store", "getty.connect.oauth2.token-uri" })
	void whenAKeyIsNotAConnectPasswordThenItsValueIsUnchanged(String key) {
		assertThat(sanitized(key)).isEqualTo("value");
	}

	@Test
	void whenConfigpropsShowsValuesThenItContainsNoPassword() {
		FakeApplication.configured()
			.withPropertyValues("getty.connect.session.shared.secret=shared-secret", "getty.connect.api-key=key-secret",
					"getty.connect.api-secret=api-secret-value")
			.withBean(ConnectCredentialsProvider.class, () -> mock(ConnectCredentialsProvider.class))
			.run((context) -> {
				var endpoint = new ConfigurationPropertiesReportEndpoint(
						List.of(context.getBean(SanitizingFunction.class)), Show.ALWAYS);
				endpoint.setApplicationContext(context.getSourceApplicationContext());
				assertThat(text(endpoint.configurationProperties())).contains("maxAttempts")
					.doesNotContain("system-secret", "user-secret", "shared-secret", "key-secret", "api-secret-value");
			});
	}

	@Test
	void whenEnvShowsValuesThenItContainsNoPassword() {
		FakeApplication.configured()
			.withPropertyValues("getty.connect.session.shared.secret=shared-secret", "getty.connect.api-key=key-secret",
					"getty.connect.api-secret=api-secret-value")
			.withBean(ConnectCredentialsProvider.class, () -> mock(ConnectCredentialsProvider.class))
			.run((context) -> {
				var endpoint = new EnvironmentEndpoint(context.getEnvironment(),
						List.of(context.getBean(SanitizingFunction.class)), Show.ALWAYS);
				assertThat(text(endpoint.environment("getty.*"))).contains("127.0.0.1:1")
					.doesNotContain("system-secret", "user-secret", "shared-secret", "key-secret", "api-secret-value");
			});
	}

	private static Object sanitized(String key) {
		Object[] value = new Object[1];
		FakeApplication.configured().run((context) -> {
			SanitizingFunction function = context.getBean(SanitizingFunction.class);
			value[0] = function.applyUnlessFiltered(new SanitizableData(null, key, "value")).getValue();
		});
		return value[0];
	}

	private static String text(Object response) {
		return JsonMapper.shared().writeValueAsString(response);
	}

}
