package io.github.connectapi.autoconfigure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.ElementOf;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithUtf8Length;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.autoconfigure.diagnostics.ConnectStartupException;
import io.github.connectapi.autoconfigure.properties.ConfiguredConnection;
import io.github.connectapi.autoconfigure.properties.ConfiguredCredentials;
import io.github.connectapi.autoconfigure.properties.GettyConnectProperties;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.env.Environment;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.BeanFactory;
import org.apache.commons.logging.LogFactory;
import java.util.Objects;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzz tests for the binding and validation of properties.
 */
class PropertiesFuzzTests {

	private static final String CANARY = "canary-7";

	private static final List<FailureAnalyzer> ANALYZERS = analyzers();

	static Stream<Arguments> properties() {
		return Stream.of(start("fake", "", BaseUrl.DEFAULT, "http.connect-timeout", "5s"),
				start(" ", "${NOT_SET}", "http://user:p@host", "retry.multiplier", "NaN"),
				start("0123", "\u0000\n", "ftp:x", "session.expiry-margin", "PT-1S"),
				start("${A}", "\ud83d\ude00", " ", "session.wait-timeout", "9223372036854775807d"),
				start("", "#{1}", "https://h/v1", "session.rejected-backoff.max", "1"),
				start("a", "b", "http://h", "session.renew-at", "0.95"), start("a", "b", "", "ssl.bundle", "x"),
				start("a", "b", "https://h", "retry.max-attempts", "2147483648"),
				start("a", "b", "https://h", "session.type", "oauth2"),
				start("a", "b", "https://u:p@h", "session.type", "oauth2"),
				start("${A}", "ENC(a)", "https://h?a=@", "session.type", "oauth2"),
				start("a", "b", "https://u:p@h?a=b", "oauth2.token-uri", "http://h"));
	}

	private static Arguments start(String id, String password, String url, String name, String value) {
		return Arguments.of(id, password, url, name, value);
	}

	@DictionaryEntries({ "${", "}", "https://", "http://localhost", "@", "ms", "PT1H", "1d", "-1s", "0.5", "NaN" })
	@MethodSource("properties")
	@FuzzTest
	void whenPropertiesAreAnythingThenTheyAreUsableOrNamedWithoutAPassword(
			@NotNull @WithUtf8Length(max = 100) String id, @NotNull @WithUtf8Length(max = 100) String password,
			@NotNull @WithUtf8Length(max = 100) String url,
			@NotNull @ElementOf(strings = { "http.connect-timeout", "http.response-timeout", "retry.max-attempts",
					"retry.initial-interval", "retry.multiplier", "retry.max-interval", "retry.jitter",
					"session.startup", "session.type", "oauth2.token-uri", "session.renew-at", "session.renew-jitter",
					"session.expiry-margin", "session.acquisition-timeout", "session.wait-timeout",
					"session.backoff.initial", "session.backoff.max", "session.rejected-backoff.initial",
					"session.rejected-backoff.max", "ssl.bundle" }) String name,
			@NotNull @WithUtf8Length(max = 60) String value) {
		if ((id + value).contains(CANARY)) {
			return;
		}
		Map<String, String> texts = new HashMap<>(Map.of("user-name", id, name, value));
		boolean oauth2 = name.equals("session.type") && value.equals("oauth2");
		texts.put(oauth2 ? "api-key" : "system-id", id);
		texts.put(oauth2 ? "api-secret" : "system-password", CANARY + password);
		if (oauth2) {
			texts.put("oauth2.token-uri", url.replace("@", CANARY + "@"));
		}
		texts.put("user-password", password + CANARY);
		texts.put("base-url", url.replace("@", CANARY + "@"));
		try {
			GettyConnectProperties properties = bind(texts);
			ConfiguredConnection connection = new ConfiguredConnection(properties, null);
			ConfiguredCredentials configured = properties.credentials();
			assertThat(SessionManagerSettings.of(properties, connection, configured, new DefaultListableBeanFactory()))
				.isNotNull();
			ConnectCredentials credentials = configured.get();
			assertThat(credentials.systemId()).isEqualTo(id);
			assertThat(credentials.systemPassword().reveal()).isEqualTo(CANARY + password);
		}
		catch (ConnectStartupException ex) {
			assertThat(texts(ex)).allSatisfy((text) -> assertThat(text).isNotBlank().doesNotContain(CANARY));
		}
		catch (BindException ex) {
			// The exception of Spring Boot contains the name of the property and its
			// value.
			assertThat(ex.getName()).hasToString("getty.connect." + name);
			assertThat(ex.getMessage()).doesNotContain(CANARY);
		}
	}

	private static GettyConnectProperties bind(Map<String, String> texts) {
		Map<String, String> full = new HashMap<>();
		texts.forEach((name, text) -> full.put("getty.connect." + name, text));
		GettyConnectProperties properties = new Binder(new MapConfigurationPropertySource(full))
			.bindOrCreate("getty.connect", GettyConnectProperties.class);
		properties.afterPropertiesSet();
		return properties;
	}

	private static List<FailureAnalyzer> analyzers() {
		ArgumentResolver arguments = ArgumentResolver.of(Environment.class, new MockEnvironment())
			.and(BeanFactory.class, new DefaultListableBeanFactory());
		return SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, arguments, FailureHandler.logging(LogFactory.getLog(FailureAnalyzer.class)))
			.stream()
			.filter((analyzer) -> analyzer.getClass().getName().startsWith("io.github.connectapi."))
			.toList();
	}

	private static List<String> texts(ConnectStartupException failure) {
		FailureAnalysis analysis = ANALYZERS.stream()
			.map((analyzer) -> analyzer.analyze(failure))
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow();
		return List.of(failure.getMessage(), analysis.getDescription(), analysis.getAction());
	}

}
