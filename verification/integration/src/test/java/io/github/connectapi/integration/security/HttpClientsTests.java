package io.github.connectapi.integration.security;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that the library uses none of the HTTP clients that the application has, and none
 * of their settings.
 */
class HttpClientsTests {

	private static final String PREFIX = "spring.http.clients.";

	/** A value for each setting of Boot 4.0 and 4.1, except the factory. */
	private static final Map<String, String> SETTINGS = new TreeMap<>(Map.of("connect-timeout", "1ms", "read-timeout",
			"1ms", "redirects", "follow", "ssl.bundle", "other", "reactive.connector", "jetty",
			"imperative.use-virtual-threads", "true", "cookie-handling", "enable"));

	private static final Map<String, String> FACTORIES = Map.of("http-components", "HttpComponents", "jetty", "Jetty",
			"reactor", "Reactor", "jdk", "Jdk", "simple", "Simple");

	private final FakeConnectServer server = FakeConnectServer.start();

	private final FakeConnectServer otherServer = FakeConnectServer.start();

	@AfterEach
	void close() {
		this.server.close();
		this.otherServer.close();
	}

	@Test
	void whenBootHasASettingThenItIsTested() throws IOException {
		Set<String> tested = SETTINGS.keySet()
			.stream()
			.map(PREFIX::concat)
			.collect(Collectors.toCollection(TreeSet::new));
		tested.add(PREFIX + "imperative.factory");
		assertThat(settingsOfBoot()).isNotEmpty().isSubsetOf(tested);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jetty", "reactor", "jdk", "simple" })
	void whenTheApplicationHasAnotherClientThenTheLibraryDoesNotUseIt(String factory) {
		Set<String> before = threads();
		application(factory, SETTINGS).run((context) -> {
			assertThat(context.getBean(ClientHttpRequestFactoryBuilder.class).getClass().getSimpleName())
				.startsWith(FACTORIES.get(factory));
			assertThat(this.server.accepts(context.getBean(ConnectSessionManager.class).getSession().token().reveal()))
				.isTrue();
			assertThat(this.server.requests()).singleElement().satisfies((request) -> {
				assertThat(request.header("User-Agent")).isEqualTo("connect-api");
				assertThat(request.https()).isTrue();
			});
			Set<String> started = threads();
			started.removeAll(before);
			assertThat(started).anyMatch((name) -> name.startsWith("getty-connect-http-"))
				.noneMatch((name) -> name.startsWith("reactor-http") || name.startsWith("HttpClient@")
						|| name.startsWith("httpclient-"));
		});
		Measurements.add("HTTP clients on the class path that were not used", 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jetty", "reactor", "jdk", "simple" })
	void whenTheApplicationsClientFollowsRedirectsThenTheLibraryDoesNot(String factory) {
		application(factory, Map.of("redirects", "follow", "ssl.bundle", "getty")).run((context) -> {
			String target = this.otherServer.baseUrl() + "/v1/session/CreateSession";
			this.server.always("CreateSession", Fault.redirect(302, target));
			assertThatExceptionOfType(ConnectOperationException.class)
				.isThrownBy(() -> context.getBean(ConnectSessionManager.class).getSession());
			assertThat(this.server.requests()).hasSize(1);
			assertThat(this.otherServer.requests()).isEmpty();
			followWithTheApplicationsClient(context, this.server.secureBaseUrl() + "/v1/session/CreateSession");
		});
	}

	/** Proves that the settings have an effect. */
	private void followWithTheApplicationsClient(AssertableApplicationContext context, String url) {
		RestClient client = context.getBean(RestClient.Builder.class).build();
		client.get().uri(url).exchange((request, response) -> response.getStatusCode());
		assertThat(this.server.requests()).hasSizeGreaterThan(1);
	}

	private ApplicationContextRunner application(String factory, Map<String, String> settings) {
		List<String> properties = new ArrayList<>();
		settings.forEach((name, value) -> properties.add(PREFIX + name + "=" + value));
		this.server.properties().forEach((name, value) -> properties.add(name + "=" + value));
		properties.add(PREFIX + "imperative.factory=" + factory);
		properties.add("getty.connect.base-url=" + this.server.secureBaseUrl());
		properties.add("getty.connect.ssl.bundle=getty");
		properties.add("spring.ssl.bundle.pem.getty.truststore.certificate=" + this.server.certificateAuthority());
		properties.add("spring.ssl.bundle.pem.other.truststore.certificate=" + this.otherServer.certificateAuthority());
		return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class,
				HttpClientAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class,
				RestClientAutoConfiguration.class, GettyConnectAutoConfiguration.class))
			.withPropertyValues(properties.toArray(String[]::new));
	}

	private static Set<String> threads() {
		Thread[] threads = new Thread[Thread.activeCount() + 100];
		return Arrays.stream(threads, 0, Thread.enumerate(threads))
			.map(Thread::getName)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static List<String> settingsOfBoot() throws IOException {
		List<String> settings = new ArrayList<>();
		for (URL url : Collections.list(
				HttpClientsTests.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
			JsonNode metadata = JsonMapper.shared()
				.readTree(new String(url.openStream().readAllBytes(), StandardCharsets.UTF_8));
			metadata.path("properties")
				.values()
				.stream()
				.map((property) -> property.path("name").asString(""))
				.filter((name) -> name.startsWith(PREFIX))
				.forEach(settings::add);
		}
		return settings;
	}

}
