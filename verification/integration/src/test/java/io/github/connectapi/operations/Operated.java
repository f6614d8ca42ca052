package io.github.connectapi.operations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.session.ConnectSessionEvent;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * A web application with actuator and Prometheus on a fake server, as a person on call
 * sees it: from outside. Pauses and holds are short, so that it can be waited for.
 */
final class Operated implements AutoCloseable {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Map<String, String> BARE = Map.of("server.port", "0", "server.address", "127.0.0.1");

	private static final Map<String, String> SHORT = Map.of("management.endpoints.web.exposure.include", "*",
			"management.endpoint.health.show-details", "always", "management.endpoint.health.group.readiness.include",
			"readinessState,gettyConnect", "getty.connect.retry.initial-interval", "50ms",
			"getty.connect.session.backoff.initial", "200ms", "getty.connect.session.backoff.max", "400ms",
			"getty.connect.session.rejected-backoff.initial", "1h");

	private final HttpClient http = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	final FakeConnectServer server;

	private Operated(Map<String, String> properties, Class<?>... more) {
		this.server = FakeConnectServer.start();
		Map<String, String> all = new LinkedHashMap<>(this.server.properties());
		all.putAll(BARE);
		all.putAll(properties);
		SpringApplication application = new SpringApplication(App.class);
		application.addPrimarySources(List.of(more));
		this.context = application.run(all.entrySet()
			.stream()
			.map((property) -> "--" + property.getKey() + "=" + property.getValue())
			.toArray(String[]::new));
	}

	/** With a provider whose password is {@link #rotate rotated}. */
	static Operated rotating() {
		return with(Map.of("operated.rotating", "true"));
	}

	void rotate(String userPassword) {
		this.context.getBean(App.class).userPassword.set(userPassword);
	}

	static Operated start() {
		return with(Map.of());
	}

	/** With some properties and beans of its own. */
	static Operated with(Map<String, String> properties, Class<?>... more) {
		Map<String, String> all = new LinkedHashMap<>(SHORT);
		all.putAll(properties);
		return new Operated(all, more);
	}

	/** With these properties and Boot's defaults, as a reader of the documents has it. */
	static Operated bare(Map<String, String> properties, Class<?>... more) {
		return new Operated(properties, more);
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	boolean has(Class<?> type) {
		return this.context.getBeanProvider(type).iterator().hasNext();
	}

	/** Changes some {@code name=value}, and binds ours anew as Spring Cloud does. */
	void rebind(String... properties) {
		TestPropertyValues.of(properties).applyTo(this.context);
		for (String name : this.context.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
			if (name.startsWith("getty.connect-")) {
				this.context.getAutowireCapableBeanFactory().initializeBean(this.context.getBean(name), name);
			}
		}
	}

	ConnectApi connect() {
		return this.context.getBean(ConnectApi.class);
	}

	ConnectSessionManager manager() {
		return this.context.getBean(ConnectSessionManager.class);
	}

	List<ConnectSessionEvent> events() {
		return this.context.getBean(App.class).events;
	}

	/** What is answered to GET, whatever its status. */
	JsonNode get(String path) {
		return JSON.readTree(send("GET", path).body());
	}

	JsonNode session() {
		return get("/actuator/gettyconnect/gettyConnectSessionManager");
	}

	HttpResponse<String> act(String action) {
		return send("POST", "/actuator/gettyconnect/gettyConnectSessionManager/" + action);
	}

	/** What Prometheus reads. */
	String scrape() {
		return send("GET", "/actuator/prometheus").body();
	}

	/** The lines of a meter, as Prometheus reads them. */
	List<String> meter(String name) {
		return scrape().lines().filter((line) -> line.startsWith(name)).toList();
	}

	HttpResponse<String> send(String method, String path) {
		int port = ((WebServerApplicationContext) this.context).getWebServer().getPort();
		try {
			return this.http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
				.timeout(Duration.ofSeconds(20))
				.method(method, HttpRequest.BodyPublishers.noBody())
				.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
		this.server.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class App {

		final List<ConnectSessionEvent> events = new CopyOnWriteArrayList<>();

		final AtomicReference<String> userPassword = new AtomicReference<>(FakeConnectServerBuilder.USER_PASSWORD);

		@Bean
		@ConditionalOnBooleanProperty("operated.rotating")
		ConnectCredentialsProvider provider() {
			return () -> ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID,
					FakeConnectServerBuilder.SYSTEM_PASSWORD, FakeConnectServerBuilder.USER_NAME,
					this.userPassword.get());
		}

		@EventListener
		void on(ConnectSessionEvent event) {
			this.events.add(event);
		}

	}

}
